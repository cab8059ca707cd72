import { createTheme, type MantineColorsTuple, type MantineThemeComponent } from '@mantine/core'

/** The one accent: a lake blue dark enough for white text on it (5.9 : 1). */
const lake: MantineColorsTuple = [
  '#eef5fa',
  '#dae8f3',
  '#b5d0e6',
  '#8bb6d7',
  '#679fc9',
  '#4b8dbd',
  '#357caf',
  '#24689a',
  '#1a547f',
  '#113d5f',
]

/** Warm greys for the light theme's surfaces and the dark theme's panels. */
const dark: MantineColorsTuple = [
  '#d5d8dc',
  '#b4b9c0',
  '#949ba5',
  '#6b737e',
  '#434a54',
  '#333941',
  '#272c33',
  '#1c2026',
  '#15181d',
  '#0f1216',
]

const inputDefaults = { defaultProps: { size: 'sm' as const } }

// said by name: importing the parts themselves would bring all of them with the first page
const part = (settings: MantineThemeComponent) => settings

export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: 7,
  colors: { lake, dark },
  autoContrast: true,
  luminanceThreshold: 0.32,
  fontFamily: "'Noto Sans SC Variable', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.5', xl: '1.4' },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.35' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.45' },
    },
  },
  components: {
    Button: part({ defaultProps: { size: 'xs' } }),
    ActionIcon: part({ defaultProps: { variant: 'subtle', color: 'gray', size: 30 } }),
    Tooltip: part({ defaultProps: { openDelay: 250, withArrow: true, multiline: true, maw: 320, fz: 12 } }),
    // a menu holds its items alone; the first of them is where the keyboard begins
    Menu: part({ defaultProps: { shadow: 'md', withinPortal: true, withInitialFocusPlaceholder: false } }),
    Popover: part({ defaultProps: { shadow: 'md', withinPortal: true } }),
    Modal: part({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } },
      styles: { title: { fontSize: 16, fontWeight: 600 } },
    }),
    TextInput: inputDefaults,
    Textarea: inputDefaults,
    Select: inputDefaults,
    MultiSelect: inputDefaults,
    Checkbox: inputDefaults,
    SegmentedControl: { defaultProps: { size: 'xs' } },
  },
})
