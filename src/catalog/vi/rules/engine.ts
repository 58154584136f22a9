import type { EngineTexts } from '../../rule-families.ts';

export const engineRules: EngineTexts = {
  'rule-crashed': {
    summary: 'Một quy tắc của siptriage bị lỗi ở một cuộc gọi; các quy tắc khác vẫn chạy.',
    title: (a) => `Quy tắc ${a.crashedRule} bị lỗi ở cuộc gọi này.`,
    explanation: (a) =>
      `Đây là lỗi của siptriage, không phải của cuộc gọi: ${a.message}. Phần còn lại của báo cáo vẫn đúng.`,
    fix: () => ['Báo lỗi kèm bản bắt gói, hoặc chỉ kèm cuộc gọi này nếu bản bắt gói là riêng tư.'],
  },
};
