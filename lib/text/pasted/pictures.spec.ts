import { expect, it } from 'vitest'
import { picturesIn } from './pictures.ts'

it.each([
  [
    'Word, which draws each picture twice',
    '<p><!--[if gte vml 1]><v:shape><v:imagedata src="file:///C:/a.png"/></v:shape><![endif]--><![if !vml]><img width=321 height=200 src="file:///C:/a.png"><![endif]></p>',
    1,
  ],
  [
    'a web page',
    '<p>Ảnh: <img src="https://a.vn/1.jpg"></p><figure><img src="data:image/png;base64,AA=="></figure>',
    2,
  ],
  ['spacers and counters', '<img src=x width=1 height=1><img src=x height="0"><img src=x width="2px">', 0],
  ['text that speaks of them', '&lt;img src=x&gt; <p title="<img>">ảnh</p>', 0],
  ['a tag that never ends', '<img '.repeat(3), 0],
  ['nothing', '', 0],
])('counts the pictures of %s', (_, html, count) => {
  expect(picturesIn(html)).toBe(count)
})
