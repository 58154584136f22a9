import { useState } from 'preact/hooks';
import { labels } from './data.ts';

/** Puts a ticket on the clipboard; where that is forbidden, shows it selected, to be copied by hand. */
export function CopyTicket({ text }: { readonly text: () => string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      setState('copied');
      setTimeout(() => setState('idle'), 2500);
    } catch {
      setState('shown');
    }
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {labels.copyTicket}
      </button>
      <span role="status">{state === 'copied' ? `✓ ${labels.copied}` : ''}</span>
      {state === 'shown' && (
        <textarea
          class="ticket"
          readOnly
          rows={8}
          aria-label={labels.copyByHand}
          value={text()}
          ref={(area) => area?.select()}
          onBlur={() => setState('idle')}
        />
      )}
    </>
  );
}
