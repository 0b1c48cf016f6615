/** Names for controls that Payload leaves unnamed, in one language of the admin. */
export interface ControlNames {
  choose: (what: string) => string
  chooseAll: string
  moreActions: string
  createNew: (what: string) => string
  sort: (column: string, descending: boolean) => string
  edit: (what: string) => string
  remove: (what: string) => string
  move: (what: string) => string
  copyAddress: string
  compareWith: string
  unreachable: string
  previousPage: string
  nextPage: string
  /** By the key of a button in the editor's toolbar. */
  toolbar: Record<string, string>
  /** By the test id of an entry in the menu of a table cell, which Payload has in English only; empty in English. */
  tableMenu: Record<string, string>
  tableCell: string
  /** By the English name that Payload gives a control in every language; empty where that name may stay. */
  english: Record<string, string>
  /** Title of the form for a new table. */
  newTable: string
  filesSaved: (count: string) => string
  filesRefused: (count: string) => string
}

export const CONTROL_NAMES: Record<'vi' | 'en', ControlNames> = {
  vi: {
    choose: (what) => `Chọn: ${what}`,
    chooseAll: 'Chọn tất cả',
    moreActions: 'Thao tác khác',
    createNew: (what) => `Tạo mới: ${what}`,
    sort: (column, descending) => `Sắp xếp theo ${column}, ${descending ? 'giảm dần' : 'tăng dần'}`,
    edit: (what) => `Sửa: ${what}`,
    remove: (what) => `Bỏ chọn: ${what}`,
    move: (what) => `Đổi thứ tự: ${what}`,
    copyAddress: 'Chép địa chỉ của tệp',
    compareWith: 'So sánh với phiên bản',
    unreachable: 'Chưa lưu được vì mất kết nối; nội dung đã gõ vẫn còn, xin kiểm tra mạng rồi lưu lại.',
    previousPage: 'Trang trước',
    nextPage: 'Trang sau',
    toolbar: {
      bold: 'Đậm',
      italic: 'Nghiêng',
      underline: 'Gạch chân',
      strikethrough: 'Gạch ngang',
      subscript: 'Chỉ số dưới',
      superscript: 'Chỉ số trên',
      align: 'Căn lề',
      add: 'Chèn',
      table: 'Bảng',
      link: 'Liên kết',
      paragraph: 'Kiểu đoạn',
      text: 'Kiểu đoạn',
    },
    tableMenu: {
      'table-merge-cells': 'Gộp ô',
      'table-unmerge-cells': 'Tách ô',
      'table-insert-row-above': 'Thêm hàng phía trên',
      'table-insert-row-below': 'Thêm hàng phía dưới',
      'table-insert-column-before': 'Thêm cột bên trái',
      'table-insert-column-after': 'Thêm cột bên phải',
      'table-delete-columns': 'Xóa cột',
      'table-delete-rows': 'Xóa hàng',
      'table-delete': 'Xóa bảng',
      'table-row-header': 'Bật/tắt hàng tiêu đề',
      'table-column-header': 'Bật/tắt cột tiêu đề',
    },
    tableCell: 'Thao tác với ô của bảng',
    english: {
      'Close toast': 'Đóng thông báo',
      'Remove link': 'Bỏ liên kết',
      'Edit link': 'Sửa liên kết',
      'Insert Paragraph': 'Chèn đoạn văn',
      'Add block': 'Thêm khối',
      'Drag to move': 'Kéo để đổi chỗ',
    },
    newTable: 'Chèn bảng',
    filesSaved: (count) => `Đã lưu ${count} tệp.`,
    filesRefused: (count) => `Chưa lưu được ${count} tệp; xin sửa các mục được đánh dấu rồi lưu lại.`,
  },
  en: {
    choose: (what) => `Select: ${what}`,
    chooseAll: 'Select all',
    moreActions: 'More actions',
    createNew: (what) => `Create: ${what}`,
    sort: (column, descending) => `Sort by ${column}, ${descending ? 'descending' : 'ascending'}`,
    edit: (what) => `Edit: ${what}`,
    remove: (what) => `Remove: ${what}`,
    move: (what) => `Move: ${what}`,
    copyAddress: 'Copy the address of the file',
    compareWith: 'Compare with version',
    unreachable:
      'Not saved, because the server cannot be reached; what you typed is kept. Check the network and save again.',
    previousPage: 'Previous page',
    nextPage: 'Next page',
    toolbar: {
      bold: 'Bold',
      italic: 'Italic',
      underline: 'Underline',
      strikethrough: 'Strikethrough',
      subscript: 'Subscript',
      superscript: 'Superscript',
      align: 'Align',
      add: 'Insert',
      link: 'Link',
      paragraph: 'Paragraph style',
      text: 'Paragraph style',
    },
    tableMenu: {},
    tableCell: 'Table cell actions',
    english: {},
    newTable: 'Insert a table',
    filesSaved: (count) => `Saved: ${count}.`,
    filesRefused: (count) => `Not saved: ${count}; correct the fields that are marked, then save again.`,
  },
}
