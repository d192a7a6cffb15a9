import type { Texts } from "./entry-list.tsx";
import { once } from "./once.tsx";

/** The buttons by which layouts/scripts/speech.js reads an article aloud; it shows them if it can. */
export const Speech = once(({ src, texts }: { src: string; texts: Texts }) => (
  <>
    <div class="speech" hidden data-reading={texts.reading} data-paused={texts.readingPaused}>
      <button type="button">{texts.readAloud}</button>
      <button
        type="button"
        hidden
        data-pause={texts.pauseReading}
        data-resume={texts.resumeReading}
      >
        {texts.pauseReading}
      </button>
      <button type="button" hidden>
        {texts.stopReading}
      </button>
    </div>
    <script type="module" src={src} />
  </>
));
