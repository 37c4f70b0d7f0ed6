import { RedlineError } from '#domain';

/** The target is not empty, or holds an unfinished copy of another store: nothing was written. */
export class TransferRefusedError extends RedlineError {
  readonly code = 'store_transfer_refused';
  readonly retriable = false;
}

/** What arrived differs from what lies in the source, because services wrote to it meanwhile. Repeating the move mends it. */
export class TransferMismatchError extends RedlineError {
  readonly code = 'store_transfer_mismatch';
  readonly retriable = true;
}

/** The store is the target of a move that did not end: services that started on it would act on half of the facts. */
export class UnfinishedCopyError extends RedlineError {
  readonly code = 'store_copy_unfinished';
  readonly retriable = false;
}
