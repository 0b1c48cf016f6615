/** Where a document applies. */
export interface Place {
  level: 'province' | 'district' | 'commune'
  /** `huyện`, `xã`. */
  kind: string
  name: string
}

const placesOf = (level: Place['level'], kind: string, ...names: string[]): Place[] =>
  names.map((name) => ({ level, kind, name }))

export const province: Place = { level: 'province', kind: 'tỉnh', name: 'Sóc Trăng' }

/** Districts and communes of one province; none has the name of another, nor that of the province. */
export const places: readonly Place[] = [
  ...placesOf('district', 'huyện', 'Mỹ Xuyên', 'Kế Sách', 'Cù Lao Dung', 'Mỹ Tú'),
  ...placesOf('district', 'huyện', 'Thạnh Trị', 'Trần Đề', 'Long Phú', 'Châu Thành'),
  ...placesOf('district', 'thị xã', 'Vĩnh Châu', 'Ngã Năm'),
  ...placesOf('commune', 'xã', 'Viên An', 'Lai Hòa', 'Tham Đôn', 'An Thạnh Nam', 'Trinh Phú', 'Hòa Tú'),
  ...placesOf('commune', 'xã', 'Đại Tâm', 'Song Phụng', 'Nhơn Mỹ', 'Thuận Hưng'),
  ...placesOf('commune', 'phường', 'Khánh Hòa'),
  ...placesOf('commune', 'thị trấn', 'Lịch Hội Thượng'),
]
