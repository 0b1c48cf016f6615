const LABOUR_CODE = 'Bộ luật Lao động 2019, Điều 112'
const IN_LIEU = 'Bộ luật Lao động 2019, Điều 111 khoản 3 và Điều 112'
const ANNOUNCED = 'Thông báo nghỉ lễ, Tết năm 2026 của Bộ Nội vụ'
/** The days around Tết and the National Day are announced each year; until then the usual choice stands here. */
const EXPECTED = 'Bộ luật Lao động 2019, Điều 112; dự kiến, chờ thông báo hằng năm'

interface CalendarDay {
  day: string
  kind: 'holiday' | 'working'
  name: string
  source: string
}

const holiday = (day: string, name: string, source: string): CalendarDay => ({ day, kind: 'holiday', name, source })
const working = (day: string, name: string, source: string): CalendarDay => ({ day, kind: 'working', name, source })

/** Public holidays on weekdays and days worked in exchange, this year and next. */
export const calendarDays: CalendarDay[] = [
  holiday('2026-01-01', 'Tết Dương lịch', LABOUR_CODE),
  holiday('2026-01-02', 'Nghỉ hoán đổi dịp Tết Dương lịch', ANNOUNCED),
  working('2026-01-10', 'Làm bù cho ngày 02/01/2026', ANNOUNCED),
  ...['16', '17', '18', '19', '20'].map((day) => holiday(`2026-02-${day}`, 'Tết Nguyên đán Bính Ngọ', ANNOUNCED)),
  holiday('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương', IN_LIEU),
  holiday('2026-04-30', 'Ngày Chiến thắng', LABOUR_CODE),
  holiday('2026-05-01', 'Quốc tế lao động', LABOUR_CODE),
  working('2026-08-22', 'Làm bù cho ngày 31/8/2026', ANNOUNCED),
  holiday('2026-08-31', 'Nghỉ hoán đổi dịp Quốc khánh', ANNOUNCED),
  holiday('2026-09-01', 'Quốc khánh', ANNOUNCED),
  holiday('2026-09-02', 'Quốc khánh', LABOUR_CODE),
  holiday('2027-01-01', 'Tết Dương lịch', LABOUR_CODE),
  ...['05', '08', '09', '10', '11'].map((day) => holiday(`2027-02-${day}`, 'Tết Nguyên đán Đinh Mùi', EXPECTED)),
  holiday('2027-04-16', 'Giỗ Tổ Hùng Vương', LABOUR_CODE),
  holiday('2027-04-30', 'Ngày Chiến thắng', LABOUR_CODE),
  holiday('2027-05-03', 'Nghỉ bù Quốc tế lao động', IN_LIEU),
  holiday('2027-09-02', 'Quốc khánh', LABOUR_CODE),
  holiday('2027-09-03', 'Quốc khánh', EXPECTED),
]
