import { shownInstantOf } from '../../../../lib/time/shownInstant.ts'
import type { Alarm } from '../../core/deskAlarms.ts'
import type { PauseScope } from '../../core/pauses.ts'

import { viScreens } from './viScreens.ts'

/** What is wrong, and what to do. */
export interface AlarmWords {
  message: string
  advice: string
}

const scopes: Record<PauseScope, string> = {
  all: 'Tất cả bản tin',
  immediate: 'Tin gửi ngay',
  daily: 'Bản tin hằng ngày',
  weekly: 'Bản tin hằng tuần',
  evening: 'Bản tin buổi tối',
  urgent: 'Tin đính chính, thu hồi gửi ngay',
}

const alarm = (given: Alarm): AlarmWords => {
  switch (given.code) {
    case 'MAIL_PAUSED':
      return {
        message: 'Máy chủ đang tắt mọi thư (MAIL_PAUSED), kể cả thư xác nhận.',
        advice: 'Nhờ quản trị viên bỏ MAIL_PAUSED rồi khởi động lại khi được phép gửi.',
      }
    case 'PAUSED':
      return {
        message: `${scopes[given.scope]} đang tạm dừng từ ${shownInstantOf(given.since)}: ${given.reason}`,
        advice: 'Bấm “Gửi tiếp” khi lý do không còn. Thư quá hạn được gộp vào kỳ sau, không mất mục nào.',
      }
    case 'RUN_MISSING':
      return {
        message: `Đã quá giờ gửi ${shownInstantOf(given.dueAt)} mà kỳ ${given.run} chưa được lập.`,
        advice: 'Nhờ quản trị viên xem tiến trình worker có đang chạy không, rồi chạy “congbo doctor”.',
      }
    case 'RUN_INCOMPLETE':
      return {
        message: `${given.name} đã quá hai giờ mà còn ${given.waiting} thư chưa gửi.`,
        advice: 'Xem tốc độ ở mục “Đang gửi”; nếu bằng không, nhờ quản trị viên kiểm tra máy chủ chuyển thư.',
      }
    case 'RUN_UNKNOWN':
      return {
        message: `${given.name} có ${given.unknown} thư không rõ đã tới chưa.`,
        advice: 'Xin nhật ký của máy chủ chuyển thư và dán vào thẻ “Thư không rõ”. Phần mềm không gửi lại các thư này.',
      }
    case 'RUN_REFUSED':
      return {
        message: `${given.name} có ${given.refused} thư bị từ chối.`,
        advice:
          'Mở “Hộp thư đi”, lọc trạng thái “Bị từ chối” và đọc trả lời; nếu nói về ta (5.7.x), nhờ quản trị viên.',
      }
    case 'RUN_REFUSED_US':
      return {
        message: `${given.name}: có nơi không nhận thư vì chính chúng ta: “${given.reply}”.`,
        advice:
          'Nhờ quản trị viên xem chữ ký DKIM, SPF và danh sách chặn. Không người đọc nào bị gạch tên vì việc này.',
      }
    case 'RELAY_DOWN':
      return {
        message: `Máy chủ chuyển thư không nhận thư từ ${shownInstantOf(given.since)} (${given.reason}).`,
        advice:
          'Nhờ quản trị viên kiểm tra máy chủ chuyển thư. Thư chờ trong hộp thư đi và tự gửi khi máy chủ trở lại.',
      }
    case 'STEP_FAILING':
      return {
        message: `Một bước của việc gửi bản tin hỏng nhiều lần liền: ${given.step} (${given.error}).`,
        advice: 'Nhờ quản trị viên chạy “congbo doctor” và xem nhật ký. Các bước khác vẫn chạy.',
      }
    case 'AWAITED_STUCK':
      return {
        message: `Thư xác nhận hoặc thư có người chờ chưa gửi được từ ${shownInstantOf(given.since)}.`,
        advice:
          'Máy chủ chuyển thư có thể đang ngừng: nhờ quản trị viên kiểm tra máy chủ chuyển thư và tiến trình gửi thư.',
      }
    case 'REPORTS_UNREAD':
      return {
        message: `Có ${given.count} thư hồi âm mà phần mềm không đọc được là thư báo lỗi gửi.`,
        advice: 'Nhờ quản trị viên mở các tệp “*.unread” trong thư mục “bounces” và xử lý bằng tay.',
      }
  }
}

/** Texts of the mail officer's desk, in Vietnamese. English has a file of the same shape. */
export const vi = {
  title: 'Bàn bản tin thư',
  refused: 'Bạn không có quyền xem mục này; hãy hỏi người quản trị.',
  alarm,
  /** A mail about something wrong. */
  alarmMail: {
    subject: 'Bản tin thư: có việc cần xử lý',
    heading: 'Bàn bản tin thư báo',
    more: (count: number) => `và ${count} việc khác`,
    all: 'Mở bàn bản tin thư',
    why: 'Bạn nhận thư này vì phụ trách bản tin thư hoặc quản trị hệ thống. Mỗi việc chỉ báo một lần mỗi ngày.',
    account: 'Tài khoản của bạn',
  },
  scopes,
  ...viScreens,
}

export type DeskTexts = typeof vi
