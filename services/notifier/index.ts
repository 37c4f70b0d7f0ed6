export { type AttemptOutcome, attemptOutcome } from './src/attempt-outcome.ts';
export type { Mail, MailAnswer, SendMail } from './src/channel/email/mail.ts';
export { createSmtpMailer, type Mailer } from './src/channel/email/smtp-mailer.ts';
export { MAX_BODY_BYTES, webhookBody } from './src/channel/webhook/webhook-message.ts';
export { createDeliveryWorker, type DeliveryWorker } from './src/delivery-worker.ts';
export type * from './src/message/message.ts';
export type { MessageLoader } from './src/message/message-loaders.ts';
export { createNotifier, type Notifier, type NotifierProgress } from './src/notifier.ts';
export type {
  DeliveryLimits,
  NotifierObserver,
  NotifierPorts,
  WebhookAnswer,
  WebhookRequest,
} from './src/notifier-ports.ts';
export { type ReplayOutcome, replayDelivery } from './src/replay-delivery.ts';
export { MAX_ATTEMPTS, RETRY_SCHEDULE_MS } from './src/retry-schedule.ts';
