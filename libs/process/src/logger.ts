import pino from 'pino';

export type Logger = pino.Logger;

/**
 * Log lines are events: a dotted past-tense name as the message, facts as fields. Secrets and whatever a subscriber
 * declares are redacted even where a caller forgets; fetched text is never logged.
 */
export function createLogger(options: { readonly level: string; readonly service: string }): Logger {
  return pino({
    level: options.level,
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'secret',
        'authorization',
        'profile',
        'counterparties',
        'token',
        '*.secret',
        '*.authorization',
        '*.profile',
        '*.token',
      ],
      censor: '[redacted]',
    },
  });
}
