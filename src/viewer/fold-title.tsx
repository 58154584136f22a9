interface FoldTitleProps {
  readonly id?: string;
  readonly title: string;
  /** Id of what it shows and hides. */
  readonly controls: string;
  readonly open: boolean;
  readonly toggle: () => void;
}

/** A heading that shows and hides what belongs to it. */
export function FoldTitle({ id, title, controls, open, toggle }: FoldTitleProps) {
  return (
    <h3 id={id}>
      <button type="button" aria-expanded={open} aria-controls={controls} onClick={toggle}>
        {title}
      </button>
    </h3>
  );
}
