import type { SyntaxArgs } from '../../../model/rule-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const syntaxIgnore: IgnoreTexts<keyof SyntaxArgs> = {
  'malformed-message':
    'Khi nó đến từ công cụ quét, hoặc bên nhận rõ ràng đã hiểu và cuộc gọi tiếp tục.',
  'missing-mandatory-header':
    'Khi bản tin vẫn được trả lời bình thường; log bỏ bớt header trông cũng như vậy.',
  'content-length-mismatch':
    'Qua UDP, khi log hoặc thư điện tử cắt khoảng trắng cuối dòng: bản thân gói tin có thể đúng.',
  'cseq-method-mismatch': 'Khi nó đến từ công cụ thử nghiệm.',
  'uri-param-outside-brackets':
    'Khi bên nhận không dùng tham số đó, như transport=udp trên liên kết UDP.',
  'branch-no-cookie':
    'Với thiết bị từ trước RFC 3261 vẫn làm việc được với mọi bên nó cần liên lạc.',
};
