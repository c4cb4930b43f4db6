export {
  catalogue,
  chinese,
  type MessageId,
  translate,
  type Wording,
  type Wordings,
} from '@speeches/core/messages'
