import { Menu, Text } from '@mantine/core'
import type { MenuButtonProps, MenuChoice, MenuLine } from './MenuButton.tsx'
import classes from './over.module.css'

type MenuShownProps = Required<Pick<MenuButtonProps, 'label' | 'position' | 'several'>> & {
  width: number | undefined
  lines: readonly MenuLine[]
  onClose: () => void
}

export default function MenuShown({ label, lines, position, width, several, onClose }: MenuShownProps) {
  return (
    <Menu
      opened
      onClose={onClose}
      position={position}
      closeOnItemClick={!several}
      trapFocus
      returnFocus={false}
      {...(width ? { width } : {})}
    >
      <Menu.Target>
        <span className={classes.target} aria-hidden="true" aria-label={label} onClick={onClose} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label} mah="min(420px, 80vh)" style={{ overflowY: 'auto' }}>
        {lines.map((line, n) =>
          'heading' in line ? (
            <Menu.Label key={n}>{line.heading}</Menu.Label>
          ) : 'divider' in line ? (
            <Menu.Divider key={n} className={line.className} />
          ) : (
            <Choice key={line.key ?? line.label} {...line} />
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function Choice({
  label,
  note,
  icon,
  mark,
  current = false,
  disabled = false,
  blocked = false,
  grave,
  onClick,
  href,
  className,
}: MenuChoice) {
  const shown = {
    leftSection: icon,
    rightSection: mark,
    fw: current ? 600 : 400,
    'aria-current': current || undefined,
    className: [className, blocked && classes.blocked].filter(Boolean).join(' '),
    ...(grave ? { color: 'red' } : {}),
  }
  const text = note ? (
    <>
      <Text fz={13}>{label}</Text>
      <Text fz={12}>{note}</Text>
    </>
  ) : (
    label
  )
  if (href)
    return (
      <Menu.Item component="a" href={href} target="_blank" {...shown}>
        {text}
      </Menu.Item>
    )
  return (
    <Menu.Item {...shown} disabled={disabled} {...(blocked ? { 'aria-disabled': true, closeMenuOnClick: false } : { onClick })}>
      {text}
    </Menu.Item>
  )
}
