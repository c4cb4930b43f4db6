import { expect, test } from 'vitest'
import { STRINGS } from '../i18n/strings.ts'
import { GENRES, genreOf } from './genres.ts'

test.each([
  ['在云溪镇春耕动员会上的讲话', 'address'],
  ['演讲比赛开幕式上的讲话稿', 'address'],
  ['护渠演讲稿(精选3篇)', 'oration'],
  ['村民大会主持词 篇1', 'hosting'],
  ['水利站站长述职报告', 'duty'],
  ['镇政府工作报告', 'report'],
  ['开学典礼开幕词', 'greeting'],
  ['植树倡议书', 'appeal'],
  ['竞聘护林员的演讲', 'oration'],
  ['学习河道管理办法心得体会', 'reflection'],
  ['渠道清淤记', 'other'],
  ['', 'other'],
])('%s: %s', (title, genre) => {
  expect(genreOf(title)).toBe(genre)
})

test('every kind has its name in the three languages', () => {
  for (const genre of GENRES) expect(STRINGS).toHaveProperty(`genre${genre}`)
})
