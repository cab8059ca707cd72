import Lightbox, { type Slide } from 'yet-another-react-lightbox'
import Captions from 'yet-another-react-lightbox/plugins/captions'
import Counter from 'yet-another-react-lightbox/plugins/counter'
import Video from 'yet-another-react-lightbox/plugins/video'
import Zoom from 'yet-another-react-lightbox/plugins/zoom'
import 'yet-another-react-lightbox/styles.css'
import 'yet-another-react-lightbox/plugins/captions.css'
import 'yet-another-react-lightbox/plugins/counter.css'
import type { EvidenceItem } from './evidence.ts'
import { useLanguage } from './language.tsx'
import { exact } from './moments.ts'

type EvidenceViewerProps = { items: readonly EvidenceItem[]; at: number; onClose: () => void }

/** Pictures and films over the whole screen: arrows, Esc, + and − by key, two fingers by hand. */
export default function EvidenceViewer({ items, at, onClose }: EvidenceViewerProps) {
  const { say, language } = useLanguage()
  const slides = items.flatMap(({ title, file }): Slide[] => {
    const description =
      file &&
      [
        file.takenAt ? `${say('evidenceTaken')} ${exact(file.takenAt, language)}` : '',
        `${say('evidenceCame')} ${exact(file.at, language)}`,
        file.who ?? '',
      ]
        .filter(Boolean)
        .join(' · ')
    if (file?.film)
      return [
        {
          type: 'video',
          sources: [{ src: file.film, type: file.type === 'video/quicktime' ? 'video/mp4' : file.type }],
          title,
          description,
        },
      ]
    return file?.picture ? [{ src: file.picture, alt: title, title, description }] : []
  })
  return (
    <Lightbox
      open
      close={onClose}
      index={at}
      slides={slides}
      plugins={[Captions, Counter, Video, Zoom]}
      carousel={{ finite: true }}
      counter={{ container: { style: { top: 'unset', left: 'unset', bottom: 0, right: 0 } } }}
      controller={{ closeOnBackdropClick: true, closeOnPullDown: true }}
      labels={{
        Lightbox: say('evidenceOpen'),
        Close: say('close'),
        Next: say('evidenceNext'),
        Previous: say('evidencePrevious'),
        'Zoom in': say('evidenceZoomIn'),
        'Zoom out': say('evidenceZoomOut'),
      }}
    />
  )
}
