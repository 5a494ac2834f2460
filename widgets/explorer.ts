/** An explorer as `mount` takes it: its element, and how to draw it again when the theme has changed. */
export interface Explorer {
  readonly element: HTMLElement;
  draw(): void;
}
