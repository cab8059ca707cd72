import 'react'

// custom properties are properties too: a component's numbers reach its style sheet through them
declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
