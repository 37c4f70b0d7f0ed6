import { RedlineError } from '#domain';

/** The file is cut, altered or of another program: nothing of it was written anywhere. */
export class BackupDamagedError extends RedlineError {
  readonly code = 'backup_damaged';
  readonly retriable = false;
}

/** The backup has a schema that this Redline does not know yet. */
export class BackupTooNewError extends RedlineError {
  readonly code = 'backup_too_new';
  readonly retriable = false;
}
