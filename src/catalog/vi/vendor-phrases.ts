import type { PhraseId } from '../vendor-phrases.ts';

/** What a known wording tells, in one or two sentences. */
export const VI_PHRASES: Readonly<Record<PhraseId, string>> = {
  'kamailio-trying': 'Chặng này là Kamailio (hoặc bản gốc SER): kịch bản của nó đã nhận cuộc gọi.',
  'opensips-trying': 'Chặng này là OpenSIPS: kịch bản của nó đã nhận cuộc gọi.',
  'cirpack-in-band': 'Softswitch Cirpack đang phát âm báo hoặc thông báo; hãy nghe early media.',
  'kamailio-send-error':
    'Kamailio không chuyển được yêu cầu tới nút kế tiếp: kết nối TCP hoặc TLS thất bại, hoặc mạng từ chối gói tin.',
  'kamailio-unresolvable': 'DNS không trả về địa chỉ nào của nút kế tiếp cho Kamailio.',
  'kamailio-bad-uri': 'Kamailio không dùng được URI mà kịch bản muốn định tuyến tới.',
  'kamailio-server-error':
    'Kamailio gặp lỗi nội bộ khi chuyển tiếp: thường là không có socket hoặc giao thức ra phù hợp, hoặc lỗi kịch bản.',
  'kamailio-cancelled': 'Chính Kamailio kết thúc giao dịch sau CANCEL.',
  'kamailio-not-relaying':
    'Kịch bản mẫu của Kamailio từ chối chuyển tiếp cho người lạ: cả bên gọi lẫn bên nhận đều không thuộc miền của nó.',
  'kamailio-not-here':
    'Kamailio nhận một yêu cầu trong cuộc gọi mà không có tuyến đã ghi. Đây là lỗi Route hoặc Record-Route, không phải sai số.',
  'kamailio-ims-challenge':
    'S-CSCF Kamailio yêu cầu máy xác thực. Bình thường với REGISTER đầu tiên.',
  'opensips-blocked':
    'OpenSIPS đang để nút kế tiếp trong danh sách chặn, thường vì vừa bị lỗi trước đó.',
  'opensips-bad-uri': 'OpenSIPS không dùng được URI mà kịch bản muốn định tuyến tới.',
  'opensips-unresolvable': 'DNS không trả về địa chỉ nào của nút kế tiếp cho OpenSIPS.',
  'opensips-send-failed':
    'OpenSIPS không chuyển được yêu cầu tới nút kế tiếp: kết nối thất bại, hoặc mạng từ chối gói tin.',
  'opensips-server-error': 'OpenSIPS gặp lỗi nội bộ khi chuyển tiếp: kịch bản, socket hoặc bộ nhớ.',
  'ser-too-many-branches':
    'Cuộc gọi có nhiều đích hơn số nhánh proxy tách được. Tìm các đăng ký cũ tồn đọng.',
  'ser-external-logic': 'Chương trình mà kịch bản định tuyến gọi đã bị lỗi.',
  'ser-signature':
    'Do chính Kamailio hoặc OpenSIPS viết, không phải kịch bản hay thiết bị phía sau: phần đuôi nêu mô-đun, TM (giao dịch) hoặc SL (phi trạng thái).',
  'asterisk-bad-auth':
    'Mô-đun SIP cũ (chan_sip) của Asterisk: có gửi thông tin đăng nhập nhưng sai. Kiểm tra mật khẩu, tên và realm.',
  'freeswitch-max-sessions': 'FreeSWITCH đã chạm giới hạn số cuộc gọi hoặc số cuộc gọi mỗi giây.',
  'sofia-dns-error':
    'Sofia-SIP tự tạo mã 503 này tại chỗ vì DNS không trả về địa chỉ. Bên kia không hề gửi.',
  'cisco-media':
    'Cách viết của Cisco IOS: gateway hoặc CUBE không dùng được SDP đề nghị, phần lớn do codec hoặc DSP.',
  'network-blocked':
    'Hệ thống phân tích của nhà mạng chặn cuộc gọi (603+). Header Reason phải cho biết gửi yêu cầu gỡ chặn tới đâu.',
  'stale-date':
    'Token Identity quá cũ (thường giới hạn 60 giây): lệch đồng hồ, PDD dài, hoặc dùng lại token.',
  'telnyx-limit':
    'Telnyx: đã chạm giới hạn của tài khoản, profile, kết nối hoặc số (cuộc gọi đồng thời hoặc tốc độ gọi).',
  'telnyx-account':
    'Telnyx: từ chối do trạng thái hoặc quy tắc của tài khoản, kết nối hay profile; xem cả cước phí.',
  'telnyx-no-forwarding': 'Telnyx: chưa gán nơi nhận cuộc gọi cho số này.',
  'telnyx-auth': 'Telnyx: thông tin đăng nhập hoặc cấu hình kết nối không khớp.',
  'telnyx-uri': 'Telnyx: URI SIP hoặc tên miền con không hợp lệ.',
  'telnyx-caller-id':
    'Telnyx: số hiển thị bị từ chối. Hãy gửi số của chính mình theo định dạng E.164.',
  'telnyx-no-profile': 'Telnyx: kết nối chưa được gán outbound voice profile.',
  'telnyx-no-route': 'Telnyx: không có tuyến tới đích này.',
  'telnyx-other': 'Telnyx: bị từ chối; tra số D trong danh sách mã phản hồi của hãng.',
  'completed-elsewhere': 'Đã trả lời ở thiết bị khác. Nhánh này không phải cuộc gọi nhỡ.',
  'freeswitch-ack-timeout': 'FreeSWITCH ngắt cuộc gọi vì 200 OK không hề được ACK.',
  'drachtio-ack-timeout': 'Ứng dụng drachtio ngắt cuộc gọi vì 200 OK không hề được ACK.',
  'analytics-blocking':
    'Bị hệ thống phân tích chặn (603+), kể cả khi B2BUA đã sửa mã hoặc phần chữ. Nội dung có nêu nơi liên hệ.',
  srvcc:
    'Cuộc gọi đang được chuyển giữa 4G/5G và thoại chuyển mạch kênh (SRVCC); nội dung cho biết kết quả.',
  'freeswitch-cause-name': 'Do FreeSWITCH viết: tên nguyên nhân ngắt máy của nó.',
  'ser-noisy-feedback':
    'Ghi chú gỡ lỗi của Kamailio, OpenSIPS hoặc SER, nêu địa chỉ mà proxy nhìn thấy. Hữu ích khi xét NAT, không phải lỗi.',
  'cucm-no-device':
    'CUCM không có trung kế hay điện thoại nào ứng với địa chỉ và cổng gửi yêu cầu này. Kiểm tra địa chỉ đích của trung kế SIP.',
};
