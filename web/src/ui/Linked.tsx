import { linked } from "./links";

/** What somebody wrote, whose addresses can be pressed: they open beside, and are not told where one comes from. */
export function Linked({ text }: { text: string }) {
  return linked(text).map(({ text: words, href }, i) =>
    href ? (
      <a key={i} href={href} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    ) : (
      words
    ),
  );
}
