export { catalogue, type MessageId } from '../generated/messages.ts'
export { chinese } from '../generated/messages-zh.ts'
export { translate, type Wording, type Wordings } from './translate.ts'
