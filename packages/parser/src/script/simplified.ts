import { ConverterBuilder } from 'opencc-js/core'
import * as preset from 'opencc-js/preset/t2cn'

/** Traditional to simplified, by OpenCC's phrases and characters. */
export const convert: (text: string) => string = ConverterBuilder(preset)({ from: 't', to: 'cn' })
