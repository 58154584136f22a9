import type { PageWords } from '../page-words.ts';

export const VI_PAGE_WORDS: PageWords = {
  labels: {
    incidents: 'Sự cố',
    calls: 'Cuộc gọi',
    others: 'Các hội thoại khác',
    noted: 'Ghi nhận',
    figures: 'Chỉ số KPI',
    sources: 'Nguồn đã đọc',
    codes: 'Các phản hồi xuất hiện',
    contents: 'Mục lục',
    why: 'Vì sao',
    fix: 'Cần làm',
    causes: 'Thường do',
    evidence: 'Bằng chứng',
    where: 'Phạm vi',
    overTime: 'Theo thời gian',
    example: 'Ví dụ',
    twin: 'So với một cuộc gọi thành công',
    also: 'Ngoài ra',
    openCall: 'Mở cuộc gọi {id}',
    showCalls: 'Liệt kê {calls}',
    copyTicket: 'Sao chép để báo lỗi',
    copied: 'Đã sao chép',
    copyByHand: 'Hãy sao chép đoạn này',
    filter: 'Lọc cuộc gọi',
    filterHint: 'số máy, Call-ID, mã, luật, i1 …',
    shown: '{shown} trên {all} cuộc gọi',
    noMatch: 'Không có cuộc gọi nào khớp.',
    back: 'Mọi cuộc gọi',
    keys: '/ để lọc · ↑ ↓ di chuyển · Enter mở · Esc quay lại',
    flow: 'Luồng bản tin',
    findings: 'Phát hiện',
    noFindings: 'Không phát hiện gì ở cuộc gọi này.',
    noDetail:
      'Báo cáo không kèm bản tin của cuộc gọi này. Xem bằng “siptriage ladder <path> --call {id}”.',
    message: 'Bản tin',
    noText: 'Báo cáo không kèm nội dung của bản tin này.',
    pick: 'Chọn một bản tin trong luồng để đọc.',
    affected: 'bị ảnh hưởng',
    unaffected: 'không bị ảnh hưởng',
    attempts: 'tổng số lượt',
    failedCall: 'thất bại ({id})',
    workedCall: 'thành công ({id})',
    absent: 'không có',
    moreDifferences: 'còn {n} khác biệt nữa',
    causedBy: 'là hệ quả của: {title}',
    limit: 'lưu ý',
    notRead: 'không đọc được',
    toneFailure: 'thất bại',
    tonePeople: 'do người dùng kết thúc',
    toneGood: 'bình thường',
    toneAside: 'chưa trọn vẹn hoặc dò quét',
    ticketTime: 'Thời điểm (UTC)',
    ticketLocal: 'Giờ địa phương',
    ticketAffected: 'Cuộc gọi bị ảnh hưởng',
    ticketParties: 'Từ / đến',
    ticketRoute: 'Gửi từ / đến',
    ticketResponse: 'Phản hồi',
    ticketMore: 'và {n} mục nữa',
  },
  verdict: ({ failed, wrong, wrongText, all, allText, share, causes, causesText }) => {
    const why = causes === 0 ? '' : `, do ${causesText} nguyên nhân`;
    if (all === 0) {
      return causes === 0 ? 'Không có cuộc gọi.' : `Không có cuộc gọi; ${causesText} vấn đề.`;
    }
    if (wrong === 0 && causes === 0) return `${allText} cuộc gọi, không phát hiện sự cố.`;
    if (wrong === 0) {
      return `Không cuộc nào trong ${allText} cuộc gọi thất bại; có ${causesText} vấn đề khác.`;
    }
    const how = failed === 0 ? 'gặp lỗi' : wrong > failed ? 'thất bại hoặc gặp lỗi' : 'thất bại';
    return `${wrongText} trên ${allText} cuộc gọi ${how} (${share})${why}.`;
  },
  partial: 'Việc đọc bị ngắt: báo cáo chỉ gồm phần đã đọc.',
  dimensions: {
    source: 'Gửi từ',
    destination: 'Gửi đến',
    userAgent: 'User-Agent',
    prefix: 'Số được gọi',
    account: 'Tài khoản',
    code: 'Phản hồi',
  },
  untold: '(không ghi)',
  share: (share) => `${share} tổng số cuộc gọi`,
  window: (affected, attempts, share) =>
    `${affected} trên ${attempts} cuộc gọi trong khoảng đó (${share})`,
  facts: {
    calls: 'cuộc gọi',
    failed: 'thất bại',
    messages: 'bản tin SIP',
    sources: 'nguồn',
    outcome: 'Kết quả',
    final: 'Phản hồi',
    stage: 'Tới bước',
    release: 'Kết thúc',
    start: 'Bắt đầu',
    elapsed: 'Kéo dài',
    path: 'Đường đi',
  },
  detailed: (shown, all) =>
    `${shown} trên ${all} cuộc gọi có kèm bản tin, ưu tiên ví dụ của từng sự cố. Các cuộc còn lại chỉ có dòng trong danh sách.`,
  unlisted: (_, text, outcomes) => `${text} cuộc gọi nữa không có dòng riêng: ${outcomes}.`,
  moreProblems: (_, text) => `${text} sự cố nữa chỉ thể hiện trong danh sách cuộc gọi.`,
  packetPlace: (path, frame) => `${path}, gói ${frame}`,
  linePlace: (path, line) => `${path}:${line}`,
};
