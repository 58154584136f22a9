import type { Q850Cause } from '../q850.ts';
import type { CauseText } from '../types.ts';

export const VI_Q850: Readonly<Record<Q850Cause, CauseText>> = {
  0: {
    name: 'không đặt nguyên nhân',
    reading: 'Không có nguyên nhân. Không giải thích được gì; hãy xem chỗ khác.',
  },
  1: { name: 'số chưa cấp phát', reading: 'Số không tồn tại hoặc chưa được cấp.' },
  2: {
    name: 'không có tuyến tới mạng chuyển tiếp',
    reading:
      'Không tới được nhà mạng trung chuyển đã chọn: sai tiền tố chọn nhà mạng hoặc sai tuyến.',
  },
  3: {
    name: 'không có tuyến tới đích',
    reading: 'Tổng đài không có tuyến cho số này: bảng định tuyến bị thiếu.',
  },
  4: {
    name: 'phát âm báo đặc biệt',
    reading: 'Số không gọi được trong thời gian dài; mạng phát thông báo.',
  },
  5: { name: 'sai tiền tố trung kế', reading: 'Quay sai tiền tố chiếm trung kế.' },
  6: {
    name: 'kênh không chấp nhận được',
    reading: 'Kênh ISDN được chọn không dùng được cho cuộc gọi này.',
  },
  7: {
    name: 'cuộc gọi giao trên kênh có sẵn',
    reading: 'Cuộc gọi được giao qua kênh đã thiết lập từ trước. Không phải lỗi.',
  },
  8: {
    name: 'bị chiếm quyền ưu tiên',
    reading: 'Cuộc gọi có mức ưu tiên cao hơn lấy mất tài nguyên (MLPP).',
  },
  9: {
    name: 'bị chiếm quyền, mạch được giữ lại',
    reading: 'Bị cuộc gọi ưu tiên cao hơn đẩy ra, mạch được giữ cho cuộc gọi đó (MLPP).',
  },
  14: {
    name: 'số đã chuyển mạng',
    reading:
      'Số đã chuyển sang mạng khác. Tra lại cơ sở dữ liệu chuyển mạng giữ số rồi định tuyến lại.',
  },
  16: {
    name: 'kết thúc bình thường',
    reading:
      'Có người gác máy. Không bao giờ là lời giải thích cho lỗi, kể cả khi đi kèm phản hồi lỗi.',
  },
  17: { name: 'máy bận', reading: 'Đường dây đang bận.' },
  18: {
    name: 'phía nhận không phản ứng',
    reading: 'Phía bị gọi không có phản ứng nào kịp thời, kể cả đổ chuông.',
  },
  19: { name: 'không nhấc máy', reading: 'Có đổ chuông nhưng không ai nhấc máy.' },
  20: {
    name: 'thuê bao vắng mặt',
    reading: 'Di động tắt máy, ngoài vùng phủ sóng, hoặc người dùng chưa đăng ký.',
  },
  21: {
    name: 'cuộc gọi bị từ chối',
    reading: 'Bị từ chối dù có thể nối được; bởi phía bị gọi hoặc một quy tắc trên đường.',
    hint: 'Location U: phía bị gọi. Location khác: quy tắc của mạng hoặc tổng đài. Phần chữ của 603 bắt đầu bằng `v=analytics1`: hệ thống phân tích chặn cuộc gọi.',
  },
  22: { name: 'số đã thay đổi', reading: 'Số cũ đã bỏ, thay bằng số mới. Cập nhật danh bạ.' },
  23: { name: 'chuyển sang đích mới', reading: 'Cuộc gọi cần được gửi tới đích khác.' },
  24: {
    name: 'bị tính năng ở đích từ chối',
    reading: 'Một tính năng từ chối cuộc gọi: chặn ẩn danh, sàng lọc, nhóm kín.',
  },
  25: {
    name: 'lỗi định tuyến tổng đài',
    reading: 'Hết bộ đếm chặng hoặc phát hiện vòng lặp giữa các tổng đài.',
  },
  26: {
    name: 'giải phóng máy không được chọn',
    reading: 'Máy khác đã nhận cuộc gọi, máy này được giải phóng. Không phải lỗi.',
  },
  27: {
    name: 'đích ngừng hoạt động',
    reading: 'Đường dây, tổng đài hoặc gateway phía bị gọi đang hỏng.',
  },
  28: {
    name: 'số không hợp lệ hoặc chưa đủ',
    reading: 'Thiếu chữ số, hoặc định dạng số mà tổng đài không nhận.',
  },
  29: { name: 'dịch vụ bị từ chối', reading: 'Yêu cầu một dịch vụ bổ sung và bị từ chối.' },
  30: {
    name: 'trả lời hỏi trạng thái',
    reading: 'Một phần của trao đổi trạng thái ISDN. Không phải lỗi.',
  },
  31: {
    name: 'bình thường, không nêu rõ',
    reading:
      'Nguyên nhân chung chung, không giải thích gì. Xem mã phản hồi, thời gian và các bản tin khác.',
  },
  34: {
    name: 'hết kênh',
    reading: 'Mọi kênh của trung kế đều đang dùng. Nghẽn: thêm kênh hoặc tràn sang tuyến khác.',
  },
  38: {
    name: 'mạng ngừng hoạt động',
    reading: 'Một phần lớn của mạng đang hỏng và còn kéo dài.',
  },
  39: {
    name: 'kết nối cố định ngừng',
    reading: 'Kết nối frame-mode cố định đang ngừng hoạt động.',
  },
  40: {
    name: 'kết nối cố định hoạt động',
    reading: 'Kết nối frame-mode cố định đã hoạt động lại.',
  },
  41: { name: 'sự cố tạm thời', reading: 'Sự cố ngắn trong mạng. Thử lại hoặc dùng tuyến khác.' },
  42: { name: 'tổng đài nghẽn', reading: 'Tổng đài bị quá tải.' },
  43: {
    name: 'thông tin truy nhập bị bỏ',
    reading: 'Không chuyển được một số thông tin, như dữ liệu user-to-user hoặc địa chỉ phụ.',
  },
  44: {
    name: 'kênh yêu cầu không có sẵn',
    reading: 'Kênh được yêu cầu đã bị chiếm, thường do hai cuộc gọi cùng chọn một kênh.',
  },
  46: {
    name: 'cuộc gọi ưu tiên bị chặn',
    reading: 'Không giải phóng được mạch cho mức ưu tiên của cuộc gọi này (MLPP).',
  },
  47: {
    name: 'hết tài nguyên',
    reading:
      'Có thứ đã cạn mà nguyên nhân không nói rõ. Ở Cisco CUCM và CUBE thường là DSP, bộ chuyển mã hoặc MTP, tức vấn đề codec.',
  },
  49: { name: 'không có mức QoS yêu cầu', reading: 'Không đáp ứng được chất lượng yêu cầu.' },
  50: { name: 'chưa đăng ký dịch vụ', reading: 'Gói thuê bao không có tính năng này.' },
  52: {
    name: 'chặn gọi ra',
    reading:
      'Đường dây gọi không được phép gọi loại này (giá trị do hãng dùng, ITU-T không định nghĩa).',
  },
  53: {
    name: 'nhóm kín chặn gọi ra',
    reading: 'Nhóm người dùng kín của bên gọi không cho phép cuộc gọi.',
  },
  54: {
    name: 'chặn gọi vào',
    reading:
      'Đường dây bị gọi không được nhận loại này (giá trị do hãng dùng, ITU-T không định nghĩa).',
  },
  55: {
    name: 'nhóm kín chặn gọi vào',
    reading: 'Nhóm người dùng kín của bên nhận không cho phép cuộc gọi.',
  },
  57: {
    name: 'không được phép dùng loại kênh mang',
    reading: 'Đường dây không được phép gọi loại này, như dữ liệu hoặc quốc tế.',
  },
  58: {
    name: 'tạm thời không có loại kênh mang',
    reading: 'Lúc này không đáp ứng được loại cuộc gọi hoặc codec: xem giới hạn DSP hoặc codec.',
  },
  62: {
    name: 'thông tin truy nhập mâu thuẫn',
    reading: 'Thông tin truy nhập chiều đi và loại thuê bao mâu thuẫn nhau.',
  },
  63: {
    name: 'dịch vụ không có sẵn',
    reading: 'Dịch vụ không có sẵn; nguyên nhân không nói vì sao.',
  },
  65: {
    name: 'chưa hỗ trợ loại kênh mang',
    reading: 'Hoàn toàn không hỗ trợ loại cuộc gọi hoặc codec này.',
  },
  66: { name: 'chưa hỗ trợ loại kênh', reading: 'Không hỗ trợ loại kênh này.' },
  69: { name: 'chưa hỗ trợ tính năng', reading: 'Không hỗ trợ dịch vụ bổ sung này.' },
  70: {
    name: 'chỉ có kênh số hạn chế',
    reading: 'Chỉ dùng được kênh mang số hạn chế (56 kbit/s).',
  },
  79: {
    name: 'chưa hỗ trợ dịch vụ',
    reading: 'Không hỗ trợ dịch vụ; nguyên nhân không nói là dịch vụ nào.',
  },
  81: {
    name: 'sai tham chiếu cuộc gọi',
    reading: 'Tổng đài không biết cuộc gọi này (mất trạng thái ISDN).',
  },
  82: { name: 'kênh không tồn tại', reading: 'Kênh chưa được cấu hình trên giao diện này.' },
  83: {
    name: 'sai định danh cuộc gọi tạm dừng',
    reading: 'Có cuộc gọi đang tạm dừng, nhưng mang định danh khác.',
  },
  84: {
    name: 'định danh đang được dùng',
    reading: 'Định danh chọn để tạm dừng đã có cuộc gọi khác dùng.',
  },
  85: { name: 'không có cuộc gọi tạm dừng', reading: 'Không có cuộc gọi nào để lấy lại.' },
  86: { name: 'cuộc gọi tạm dừng đã kết thúc', reading: 'Cuộc gọi cần lấy lại đã bị giải phóng.' },
  87: {
    name: 'không thuộc nhóm kín',
    reading: 'Bên nhận không thuộc nhóm người dùng kín của bên gọi.',
  },
  88: {
    name: 'đích không tương thích',
    reading:
      'Đầu kia không nhận được loại cuộc gọi này: thoại gọi vào đường fax hay dữ liệu, hoặc lệch codec.',
  },
  90: { name: 'nhóm kín không tồn tại', reading: 'Không biết nhóm người dùng kín được nêu.' },
  91: { name: 'sai mạng chuyển tiếp', reading: 'Thông tin chọn mạng trung chuyển sai định dạng.' },
  95: {
    name: 'bản tin không hợp lệ',
    reading: 'Có bản tin báo hiệu không hợp lệ. Kiểm tra biến thể ISUP hoặc ISDN.',
  },
  96: {
    name: 'thiếu thành phần bắt buộc',
    reading: 'Thiếu thành phần thông tin bắt buộc. Kiểm tra biến thể ISUP hoặc ISDN của gateway.',
  },
  97: {
    name: 'không biết loại bản tin',
    reading: 'Tổng đài phía xa chưa hỗ trợ loại bản tin này.',
  },
  98: {
    name: 'bản tin không hợp trạng thái',
    reading: 'Bản tin không khớp trạng thái cuộc gọi, hoặc không nhận ra.',
  },
  99: {
    name: 'không biết thành phần',
    reading: 'Không nhận ra một thành phần thông tin hoặc tham số.',
  },
  100: {
    name: 'nội dung thành phần sai',
    reading: 'Một thành phần thông tin có giá trị sai, thường là loại số hoặc quy hoạch đánh số.',
  },
  101: {
    name: 'bản tin sai thời điểm',
    reading: 'Bản tin đến sai lúc; hai tổng đài hiểu khác nhau về cuộc gọi.',
  },
  102: {
    name: 'hết thời gian chờ, tự phục hồi',
    reading: 'Một tổng đài chờ bản tin kế tiếp của cuộc gọi rồi bỏ cuộc: tổng đài phía xa im lặng.',
  },
  103: {
    name: 'tham số lạ được chuyển tiếp',
    reading: 'Có tham số không nhận ra và được chuyển tiếp. Tự nó không phải lỗi.',
  },
  110: {
    name: 'bỏ bản tin có tham số lạ',
    reading: 'Một bản tin bị bỏ vì chứa tham số không nhận ra.',
  },
  111: { name: 'lỗi giao thức', reading: 'Lỗi giao thức, không có chi tiết.' },
  127: {
    name: 'liên mạng, không rõ',
    reading: 'Không biết nguyên nhân thật: cuộc gọi đã rời ISDN sang mạng không báo nguyên nhân.',
  },
};
