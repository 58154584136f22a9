import type { MalformedFault } from '../../../model/rule-args.ts';

/** What is wrong, in a sentence; `where` is a header field or the message. */
export const MALFORMED: Readonly<Record<MalformedFault, (where: string) => string>> = {
  'start-line-blanks': () => 'Dòng đầu có khoảng trắng ở chỗ không được phép.',
  'request-uri': () => 'Không đọc được Request-URI.',
  version: () => 'Dòng đầu ghi phiên bản SIP khác 2.0.',
  'version-missing': () => 'Dòng đầu không ghi phiên bản SIP.',
  'status-code': () => 'Mã trạng thái nằm ngoài khoảng 100 đến 699.',
  'no-empty-line': () => 'Phần tiêu đề không kết thúc bằng dòng trống.',
  'bare-lf': () => 'Các dòng kết thúc bằng LF mà không có CR.',
  'line-without-colon': () => 'Có dòng trong phần tiêu đề không có dấu hai chấm.',
  'control-character': (where) => `Có ký tự điều khiển trong ${where}.`,
  'not-utf-8': (where) => `Có byte không phải UTF-8 trong ${where}.`,
  'repeated-field': (where) => `${where} xuất hiện nhiều lần, dù chỉ được phép một lần.`,
  'unbalanced-quotes': (where) => `Chuỗi trong dấu ngoặc kép ở ${where} không được đóng.`,
  'unbalanced-brackets': (where) => `Dấu ngoặc nhọn ở ${where} không được đóng.`,
  'blank-in-uri': (where) => `URI trong ${where} có khoảng trắng.`,
  'display-name': (where) => `Tên hiển thị trong ${where} cần đặt trong dấu ngoặc kép.`,
  'no-uri': (where) => `${where} không có URI.`,
  number: (where) => `${where} phải là số nhưng không phải số.`,
  'number-range': (where) => `Số trong ${where} quá lớn.`,
  date: (where) => `${where} không phải ngày giờ GMT viết theo RFC 1123.`,
  'branch-without-id': () => 'Branch của Via chỉ có chuỗi z9hG4bK, giống nhau ở mọi yêu cầu.',
  grammar: (where) => `${where} không theo đúng ngữ pháp.`,
};
