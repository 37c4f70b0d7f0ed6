/** One thing that is measured. */
export interface Bench {
  readonly name: string;
  /** Prints its figures through `print`, or the reason why it cannot run here. */
  run(print: (line: string) => void): Promise<void>;
}

/** Where real captures lie; undefined where they are not. */
export type CorpusDirectory = string | undefined;
