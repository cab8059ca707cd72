import '@mantine/dates/styles.css'
import 'dayjs/locale/zh-cn'
import { DatePicker } from '@mantine/dates'
import { useLanguage } from './language.tsx'

/** Loaded when somebody opens it; typing needs none of it. */
export default function Calendar({ day, onPick }: { day: string | undefined; onPick: (day: string) => void }) {
  const { language } = useLanguage()
  return (
    <DatePicker
      locale={language === 'zh' ? 'zh-cn' : 'en'}
      firstDayOfWeek={1}
      {...(day ? { defaultDate: day } : {})}
      value={day ?? null}
      onChange={(picked) => picked && onPick(picked)}
    />
  )
}
