import type { ReasonTexts } from '../reason.ts';
import type { CauseText } from '../types.ts';

const SPARE: CauseText = {
  name: 'giá trị dự trữ hoặc quốc gia',
  reading: 'Không có định nghĩa quốc tế; hỏi nhà mạng xem họ dùng với nghĩa gì.',
};

export const VI_REASON: ReasonTexts = {
  protocols: {
    SIP: {
      name: 'mã phản hồi SIP',
      reading:
        'Nguyên nhân là một mã phản hồi SIP. 200 trong CANCEL: đã trả lời ở thiết bị khác. Số không phải mã SIP là của FreeSWITCH.',
    },
    'Q.850': {
      name: 'nguyên nhân từ mạng điện thoại',
      reading: 'Nguyên nhân ở phía ISDN hoặc ISUP. Chính xác hơn mã SIP đi kèm.',
    },
    Preemption: {
      name: 'chiếm quyền ưu tiên',
      reading: 'Một cuộc gọi hoặc phiên ưu tiên cao hơn đã đẩy cuộc gọi này ra.',
    },
    EMM: { name: 'quản lý di động 4G', reading: 'Máy gặp vấn đề khi gắn kết vào mạng lõi 4G.' },
    ESM: { name: 'quản lý phiên 4G', reading: 'Kênh mang 4G bị từ chối hoặc bị giải phóng.' },
    'S1AP-RNL': {
      name: 'vô tuyến 4G',
      reading:
        'Trạm gốc giải phóng kênh mang vì lý do vô tuyến: mất sóng, chuyển giao thất bại, không hoạt động.',
    },
    'S1AP-TL': { name: 'truyền dẫn 4G', reading: 'Đường truyền giữa trạm gốc và mạng lõi bị lỗi.' },
    'S1AP-NAS': { name: 'báo hiệu 4G', reading: 'Mạng lõi 4G nhả máy: rời mạng, lỗi xác thực.' },
    'S1AP-MISC': {
      name: '4G, lý do khác',
      reading: 'Nút 4G quá tải, bảo trì hoặc hỏng phần cứng.',
    },
    'S1AP-PROT': { name: 'lỗi giao thức 4G', reading: 'Trạm gốc và mạng lõi không hiểu nhau.' },
    DIAMETER: {
      name: 'kết quả Diameter',
      reading: 'Mã kết quả Diameter từ hệ thống chính sách, tính cước hoặc cơ sở dữ liệu thuê bao.',
    },
    IKEV2: {
      name: 'thông báo IKEv2',
      reading: 'Đường hầm VoWiFi giữa máy và ePDG báo lỗi.',
    },
    RELEASE_CAUSE: {
      name: 'nguyên nhân giải phóng IMS',
      reading: 'Vì sao một nút IMS hoặc máy kết thúc cuộc gọi.',
    },
    FAILURE_CAUSE: {
      name: 'nguyên nhân sự cố IMS',
      reading: 'Tài nguyên nào hỏng khi cuộc gọi IMS đang thiết lập hoặc đang diễn ra.',
    },
    STIR: {
      name: 'kết quả xác minh STIR',
      reading:
        'Việc kiểm tra chữ ký của bên gọi không đạt, với mã này. Nếu nằm trong 1xx hoặc 2xx thì cuộc gọi vẫn đi tiếp.',
    },
    '5GMM': { name: 'quản lý di động 5G', reading: 'Máy gặp vấn đề khi đăng ký vào mạng lõi 5G.' },
    '5GSM': {
      name: 'quản lý phiên 5G',
      reading: 'Phiên hoặc luồng QoS 5G bị từ chối hoặc bị giải phóng.',
    },
    'NGAP-RNL': {
      name: 'vô tuyến 5G',
      reading:
        'Trạm gốc giải phóng phiên vì lý do vô tuyến: mất sóng, chuyển giao thất bại, không hoạt động.',
    },
    'NGAP-TL': { name: 'truyền dẫn 5G', reading: 'Đường truyền giữa trạm gốc và mạng lõi bị lỗi.' },
    'NGAP-NAS': { name: 'báo hiệu 5G', reading: 'Mạng lõi 5G nhả máy: hủy đăng ký, lỗi xác thực.' },
    'NGAP-MISC': {
      name: '5G, lý do khác',
      reading: 'Nút 5G quá tải, bảo trì hoặc hỏng phần cứng.',
    },
    'NGAP-PROT': { name: 'lỗi giao thức 5G', reading: 'Trạm gốc và mạng lõi không hiểu nhau.' },
  },
  locations: {
    U: {
      name: 'người dùng',
      reading:
        'Do thiết bị của người dùng giải phóng: điện thoại, đường dây tổng đài hoặc thiết bị đầu cuối.',
    },
    LPN: {
      name: 'mạng riêng phía gần',
      reading: 'Do tổng đài nội bộ ở phía gần giải phóng, tính từ nút tổng đài báo nguyên nhân.',
    },
    LN: {
      name: 'mạng công cộng phía gần',
      reading: 'Do nhà mạng ở phía gần giải phóng, tính từ nút tổng đài báo nguyên nhân.',
    },
    TN: { name: 'mạng chuyển tiếp', reading: 'Do nhà mạng trung chuyển ở giữa giải phóng.' },
    RLN: {
      name: 'mạng công cộng phía xa',
      reading: 'Do nhà mạng ở phía xa giải phóng, tính từ nút tổng đài báo nguyên nhân.',
    },
    RPN: {
      name: 'mạng riêng phía xa',
      reading: 'Do tổng đài nội bộ ở phía xa giải phóng, tính từ nút tổng đài báo nguyên nhân.',
    },
    'LOC-6': SPARE,
    INTL: { name: 'mạng quốc tế', reading: 'Bị giải phóng trong mạng quốc tế.' },
    'LOC-8': SPARE,
    'LOC-9': SPARE,
    BI: {
      name: 'phía sau điểm liên mạng',
      reading: 'Bị giải phóng trong một mạng không tự báo vị trí.',
    },
    'LOC-11': SPARE,
    'LOC-12': SPARE,
    'LOC-13': SPARE,
    'LOC-14': SPARE,
    'LOC-15': SPARE,
  },
  releaseCauses: {
    1: { name: 'người dùng kết thúc', reading: 'Gác máy bình thường.' },
    2: {
      name: 'hết thời gian chờ RTP/RTCP',
      reading:
        'Quá lâu không có media nên một nút ngắt cuộc gọi. Tìm âm thanh một chiều hoặc mất sóng.',
    },
    3: { name: 'mất kênh mang media', reading: 'Kênh mang vô tuyến của media bị mất.' },
    4: { name: 'không có ACK', reading: 'Phản hồi trả lời không hề được xác nhận.' },
    5: {
      name: 'không có phản hồi SIP',
      reading: 'Một yêu cầu trong cuộc gọi không được phản hồi kịp thời.',
    },
    6: {
      name: 'hết thời gian thiết lập',
      reading: 'Cuộc gọi không được trả lời trong thời gian cho phép.',
    },
    7: { name: 'chuyển hướng thất bại', reading: 'Chuyển tiếp sang đích khác không thành.' },
  },
  failureCauses: {
    1: {
      name: 'mất kênh mang media hoặc QoS',
      reading: 'Không giữ được kênh mang media hoặc chất lượng của nó.',
    },
    2: {
      name: 'kênh mang báo hiệu bị giải phóng',
      reading: 'Máy mất kênh mang dùng cho bản tin SIP.',
    },
    3: { name: 'cấp tài nguyên thất bại', reading: 'Mạng không giữ được tài nguyên cho cuộc gọi.' },
  },
  preemption: {
    1: {
      name: 'thiết bị bị chiếm quyền',
      reading: 'Thiết bị bỏ cuộc gọi này vì một cuộc quan trọng hơn.',
    },
    2: {
      name: 'tài nguyên giữ chỗ bị lấy lại',
      reading: 'Mạng lấy lại băng thông đã giữ cho cuộc gọi này.',
    },
    3: { name: 'chiếm quyền nói chung', reading: 'Bị đẩy ra do mức ưu tiên, không nêu chi tiết.' },
    4: { name: 'chiếm quyền ngoài IP', reading: 'Đoạn chuyển mạch kênh của cuộc gọi bị đẩy ra.' },
  },
  freeswitch: {
    142: {
      name: 'thành công',
      reading: 'Giá trị thành công nội bộ của FreeSWITCH. Không phải lỗi.',
    },
    487: { name: 'bên gọi hủy', reading: 'Bên gọi gác máy trước khi có trả lời.' },
    700: { name: 'sập', reading: 'FreeSWITCH kết thúc cuộc gọi khi bị sập hoặc đang khôi phục.' },
    701: { name: 'tắt hệ thống', reading: 'FreeSWITCH đang được tắt.' },
    702: {
      name: 'chậm hơn máy khác',
      reading: 'Thiết bị khác trả lời trước. Không phải cuộc gọi nhỡ.',
    },
    703: {
      name: 'quản trị kết thúc',
      reading: 'Quản trị viên hoặc chương trình ngắt cuộc gọi (`uuid_kill`, API).',
    },
    800: { name: 'chuyển thẳng', reading: 'Nhánh này kết thúc vì cuộc gọi đã được chuyển.' },
    801: {
      name: 'chuyển có báo trước',
      reading: 'Nhánh này kết thúc vì cuộc gọi đã được chuyển sau khi trao đổi.',
    },
    802: {
      name: 'hết thời gian cho phép',
      reading:
        'Hết giới hạn đặt trong quy tắc quay số: thời gian đổ chuông nếu chưa trả lời, thời lượng gọi nếu đã trả lời.',
    },
    803: {
      name: 'yêu cầu xác thực người dùng',
      reading: 'Nhánh kết thúc để yêu cầu thông tin đăng nhập.',
    },
    804: {
      name: 'hết thời gian chờ media',
      reading: 'Quá lâu không có RTP (`rtp-timeout-sec`). Tìm âm thanh một chiều.',
    },
    805: {
      name: 'đã có máy khác nhấc',
      reading: 'Có người nhấc hộ cuộc gọi đang đổ chuông từ máy khác.',
    },
    806: {
      name: 'người dùng chưa đăng ký',
      reading: 'Lúc đó người dùng bị gọi không có đăng ký nào.',
    },
    807: {
      name: 'không có tiến triển kịp thời',
      reading: 'Không đổ chuông, không có early media trong thời gian cho phép: tuyến im lặng.',
    },
    808: { name: 'gateway không hợp lệ', reading: 'Chuỗi quay số nêu một gateway không tồn tại.' },
    809: {
      name: 'gateway ngừng hoạt động',
      reading: 'Gateway bị đánh dấu ngừng: OPTIONS giám sát hoặc đăng ký thất bại.',
    },
    810: { name: 'URL không hợp lệ', reading: 'Chuỗi quay số không phải URI SIP dùng được.' },
    811: {
      name: 'profile không hợp lệ',
      reading: 'Chuỗi quay số nêu một SIP profile không tồn tại hoặc đã dừng.',
    },
    812: {
      name: 'không có gì để nhấc hộ',
      reading: 'Không có cuộc gọi nào đang đổ chuông để nhấc hộ.',
    },
    813: {
      name: 'lỗi đọc SRTP',
      reading: 'Không giải mã được media mã hóa: lệch khóa hoặc thuật toán.',
    },
    814: {
      name: 'tự rút khỏi đường thoại',
      reading: 'FreeSWITCH nối hai bên xong thì tự rút ra. Không phải lỗi.',
    },
    815: { name: 'bận ở mọi nơi', reading: 'Như SIP 600.' },
    816: { name: 'từ chối', reading: 'Như SIP 603.' },
    817: { name: 'không tồn tại ở bất kỳ đâu', reading: 'Như SIP 604.' },
    818: { name: 'không chấp nhận được', reading: 'Như SIP 606.' },
    819: { name: 'không mong muốn', reading: 'Như SIP 607.' },
    820: { name: 'thiếu Identity', reading: 'Như SIP 428.' },
    821: {
      name: 'không lấy được chứng thư Identity',
      reading: 'Như SIP 436; FreeSWITCH gửi bằng mã 429.',
    },
    822: { name: 'chứng thư không được chấp nhận', reading: 'Như SIP 437.' },
    823: { name: 'chữ ký Identity không hợp lệ', reading: 'Như SIP 438.' },
    824: { name: 'token quá cũ', reading: 'Như SIP 403 “Stale Date”: token đã ký quá cũ.' },
    825: {
      name: 'từ chối tất cả',
      reading:
        'Một thiết bị từ chối thay cho tất cả: các máy khác đang đổ chuông cũng được giải phóng.',
    },
  },
};
