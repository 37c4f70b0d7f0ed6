/** A run of text as one drawing instruction set it. Positions are points (1/72 inch) from the lower left corner. */
export interface PdfWord {
  readonly text: string;
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The bounds of something drawn that is no text: the lines of a table are boxes a point thick or less. */
export interface PdfBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** One page: its words in the order they were drawn, and what was drawn around them. */
export interface PdfPage {
  readonly words: readonly PdfWord[];
  readonly boxes: readonly PdfBox[];
}
