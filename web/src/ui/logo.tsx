/** The mark: two fish, one tail, and together a V; one eye has the colour of koi. Drawn on a 32 grid, clear from 16 px. */
export function Mark({ size = 22, title }: { size?: number; title?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      fill="var(--v-act, #0b5d6b)"
    >
      <path d="M28.5 3.5C20.2 5.6 15.2 12.4 15.7 21.4C19.2 21.8 29 16.6 28.5 3.5Z" opacity=".62" />
      <path d="M3.5 3.5C11.8 5.6 16.9 12.4 16.4 21.4C12.9 21.8 3 16.6 3.5 3.5Z" />
      <path d="M16 20.4L21.2 29.3C19.2 29.8 17.4 29.1 16 27.4C14.6 29.1 12.8 29.8 10.8 29.3Z" />
      <circle cx="8.4" cy="9.7" r="1.9" fill="#ff9270" />
    </svg>
  );
}

/** The wordmark: monoline lower case, drawn with strokes; the first i's dot is the koi. */
export function Wordmark({ height = 18 }: { height?: number }) {
  return (
    <svg
      height={height}
      width={height * (104 / 30)}
      viewBox="0 0 104 30"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.1"
      strokeLinecap="round"
      strokeLinejoin="round"
      role="img"
      aria-label="Vivier"
    >
      <path d="M2.5 10.5 L9.3 25.5 L16.1 10.5" />
      <path d="M24.2 10.5 V25.5" />
      <path d="M32.3 10.5 L39.1 25.5 L45.9 10.5" />
      <path d="M54 10.5 V25.5" />
      <path d="M62 18 H77.2 A7.6 7.6 0 1 0 74.6 23.7" />
      <path d="M86.5 10.5 V25.5 M86.5 18 C86.5 13.4 89.6 10.6 94.6 10.6" />
      <circle cx="24.2" cy="4.3" r="2.3" fill="#dc5a32" stroke="none" />
      <circle cx="54" cy="4.3" r="2.3" fill="currentColor" stroke="none" />
    </svg>
  );
}
