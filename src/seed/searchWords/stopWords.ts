/** Stop words: words of questions that no document is about. */
export const stopWords = [
  'của và các những cho là về thì mà ở tại từ đến với bị được có không tôi em anh chị mình bạn ai gì nào đâu sao thế như',
  'muốn cần phải làm hỏi xin hãy giúp này kia đó ấy ra vào lên khi nếu trong ngoài trên dưới theo để do bởi vì một hay hoặc',
  'bao nhiêu bao lâu mấy ạ nhé à rồi đã đang sẽ cũng còn hơn rất',
  'ការ និង នៃ ក្នុង អំពី ស្តីពី ដើម្បី តើ ខ្ញុំ ចង់ ដឹង យ៉ាងណា ដោយ សម្រាប់ ជា នៅ មាន ឬ របស់ ត្រូវ បាន ធ្វើ',
]
