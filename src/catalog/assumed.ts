import type { Assumption } from '../model/assumption.ts';
import type { Language } from '../model/language.ts';

/** What was assumed about a log, in one clause each. */
const TEXTS: Readonly<Record<Language, Readonly<Record<Assumption, string>>>> = {
  en: {
    'no-clock': 'some messages have no time',
    'time-from-row-above':
      'several messages without a time of their own have that of the last dated line in front of them',
    uptime: 'times count from the start of the device: shown as if that was 1970-01-01',
    'no-date': 'times of day without a date: shown as 1970-01-01',
    'date-from-log': 'the date of times of day taken from elsewhere in the log',
    'no-year': 'dates without a year: shown as 1970',
    'year-from-log': 'the year taken from elsewhere in the log',
    'no-zone': 'times without a zone: taken as UTC (--log-zone tells another)',
    'zone-given': 'times without a zone: taken as --log-zone says',
    midnight: 'the clock passed midnight: the next day was assumed',
    'new-year': 'the date went back to January: the next year was assumed',
    'addresses-inferred':
      'addresses that were not recognised in the log were inferred from Via, Contact and Route',
    'date-from-sources': 'the date taken from the other sources, which have the same messages',
    'zone-from-sources': 'the zone taken from the other sources, which have the same messages',
    'times-from-sources':
      'times of messages that another source has too were taken from there, because this one tells them less exactly',
    'addresses-from-sources':
      'addresses of messages that another source has too were taken from there, because this one does not name them',
  },
  vi: {
    'no-clock': 'một số bản tin không có thời gian',
    'time-from-row-above':
      'nhiều bản tin không có thời gian riêng mang thời gian của dòng có ngày giờ gần nhất phía trước',
    uptime: 'thời gian tính từ lúc thiết bị khởi động: hiển thị như thể đó là 1970-01-01',
    'no-date': 'giờ không kèm ngày: hiển thị là 1970-01-01',
    'date-from-log': 'ngày của các mốc giờ lấy từ chỗ khác trong log',
    'no-year': 'ngày không kèm năm: hiển thị là năm 1970',
    'year-from-log': 'năm lấy từ chỗ khác trong log',
    'no-zone': 'thời gian không kèm múi giờ: coi là UTC (dùng --log-zone để chỉ định)',
    'zone-given': 'thời gian không kèm múi giờ: hiểu theo --log-zone',
    midnight: 'đồng hồ đã qua nửa đêm: coi là ngày kế tiếp',
    'new-year': 'ngày quay về tháng 1: coi là năm kế tiếp',
    'addresses-inferred':
      'địa chỉ không nhận ra được trong log được suy ra từ Via, Contact và Route',
    'date-from-sources': 'ngày lấy từ các nguồn khác có cùng bản tin',
    'zone-from-sources': 'múi giờ lấy từ các nguồn khác có cùng bản tin',
    'times-from-sources':
      'thời gian của những bản tin mà nguồn khác cũng có được lấy từ nguồn đó, vì log này ghi kém chính xác hơn',
    'addresses-from-sources':
      'địa chỉ của những bản tin mà nguồn khác cũng có được lấy từ nguồn đó, vì log này không ghi địa chỉ',
  },
};

export function assumedLabel(assumed: Assumption, language: Language): string {
  return TEXTS[language][assumed];
}
