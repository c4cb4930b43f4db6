export { catalogue, type MessageId } from '@speeches/core/messages'
