/**
 * The Vietnamese of `@payloadcms/translations` 3.90.2 uses technical terms ("field", "token", "block"), begins with
 * "Lỗi -" and does not say what to do next. These sentences replace the ones that officers meet most often.
 */
export const adminTexts = {
  vi: {
    authentication: {
      checkYourEmailForPasswordReset:
        'Nếu địa chỉ này có tài khoản, hướng dẫn đặt lại mật khẩu sẽ đến hộp thư trong ít phút; xin xem cả thư mục thư rác.',
      emailNotValid: 'Xin ghi đúng địa chỉ thư điện tử.',
      emailOrUsername: 'Thư điện tử hoặc tên tài khoản',
      emailSent: 'Đã gửi thư',
      forgotPasswordEmailInstructions: 'Xin ghi địa chỉ thư điện tử của bạn để nhận hướng dẫn đặt lại mật khẩu.',
    },
    general: {
      currentlyEditing:
        'đang sửa mục này. Nếu bạn tiếp quản, người ấy không sửa tiếp được nữa và có thể mất những gì chưa lưu.',
      documentLocked: 'Người khác đang sửa mục này',
      documentModified: 'Mục này vừa được người khác lưu',
      documentOutOfDate: 'Trang bạn đang xem đã cũ vì người khác vừa lưu mục này; hãy tải lại trang trước khi sửa.',
      email: 'Thư điện tử',
      emailAddress: 'Địa chỉ thư điện tử',
    },
    fields: {
      chooseBetweenCustomTextOrDocument: 'Chọn ghi địa chỉ, hoặc dẫn đến một văn bản trên hệ thống.',
      customURL: 'Địa chỉ khác',
      enterURL: 'Ghi địa chỉ',
      toggleBlock: 'Đóng, mở mục này',
    },
    upload: {
      dragAndDropHere: 'hoặc kéo tệp thả vào đây',
      fileName: 'Tên tệp',
      fileSize: 'Dung lượng tệp',
      pasteURL: 'Dán địa chỉ',
      selectFile: 'Chọn một tệp',
    },
    validation: {
      emailAddress: 'Xin ghi đúng địa chỉ thư điện tử.',
      enterNumber: 'Xin nhập một số.',
      fieldHasNo: 'Chưa có: {{label}}.',
      greaterThanMax: '{{value}} quá lớn; xin ghi nhiều nhất {{max}}.',
      lessThanMin: '{{value}} quá nhỏ; xin ghi ít nhất {{min}}.',
      invalidInput: 'Nội dung này chưa đúng; xin nhập lại.',
      invalidSelection: 'Lựa chọn này không dùng được ở đây; xin chọn lại.',
      invalidSelections: 'Có lựa chọn không dùng được ở đây; xin chọn lại:',
      longerThanMin: 'Xin ghi ít nhất {{minLength}} ký tự.',
      shorterThanMax: 'Xin rút gọn, nhiều nhất {{maxLength}} ký tự.',
      limitReached: 'Nhiều nhất {{max}} mục; xin bỏ bớt.',
      required: 'Xin điền mục này.',
      requiresAtLeast: 'Cần ít nhất {{count}} {{label}}.',
      requiresNoMoreThan: 'Nhiều nhất {{count}} {{label}}; xin bỏ bớt.',
      validUploadID: 'Tệp đã chọn không còn; xin chọn lại.',
    },
    error: {
      correctInvalidFields: 'Chưa lưu được; xin sửa các mục được đánh dấu.',
      missingEmail: 'Xin ghi địa chỉ thư điện tử.',
      userEmailAlreadyRegistered: 'Đã có tài khoản dùng địa chỉ thư điện tử này; xin ghi địa chỉ khác.',
      followingFieldsInvalid_one: 'Chưa lưu được; xin sửa mục:',
      followingFieldsInvalid_other: 'Chưa lưu được; xin sửa các mục:',
      emailOrPasswordIncorrect: 'Thư điện tử hoặc mật khẩu chưa đúng; xin nhập lại.',
      invalidFileType: 'Loại tệp này không được nhận; xin chọn tệp khác.',
      invalidFileTypeValue: 'Loại tệp {{value}} không được nhận; xin chọn tệp khác.',
      notAllowedToAccessPage: 'Bạn không có quyền xem trang này; hãy hỏi người quản trị.',
      notAllowedToPerformAction: 'Bạn không có quyền làm việc này; hãy hỏi người quản trị.',
      notFound: 'Không tìm thấy; văn bản có thể đã bị xóa.',
      noFilesUploaded: 'Chưa có tệp; xin chọn tệp để tải lên.',
      noUser: 'Hãy đăng nhập rồi thử lại.',
      problemUploadingFile: 'Chưa tải tệp lên được; xin thử lại.',
      tokenInvalidOrExpired: 'Liên kết này không đúng hoặc đã hết hạn; xin yêu cầu liên kết mới.',
      tokenNotProvided: 'Liên kết thiếu mã; xin mở lại từ thư.',
      unauthorized: 'Hãy đăng nhập rồi thử lại.',
      unknown: 'Đã có lỗi; xin thử lại.',
      unspecific: 'Đã có lỗi; xin thử lại.',
      userLocked: 'Tài khoản tạm khóa vì nhập sai nhiều lần; xin đợi ít phút rồi thử lại.',
      valueMustBeUnique: 'Giá trị này đã được dùng; xin ghi giá trị khác.',
    },
  },
}
