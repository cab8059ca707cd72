// Makes one PDF in a thread of its own: a Chinese font is large, and the server goes on answering.
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import { pagesOf, type Report } from './page.ts'

const font = (weight: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`))
const fonts = [font('400Regular'), font('600SemiBold')]
pdfmake.setFonts({ NotoSansSC: { normal: fonts[0] ?? '', bold: fonts[1] ?? '' } })
// nothing is fetched, and nothing is read but the fonts
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => fonts.includes(path))

parentPort?.postMessage(await pdfmake.createPdf(pagesOf(workerData as Report)).getBuffer())
