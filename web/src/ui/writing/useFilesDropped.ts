import { useState, type DragEvent } from "react";

/** Files that are dropped here stay here: elsewhere on a page they are CVs to be read. */
export function useFilesDropped(onFiles: (files: File[]) => void) {
  const [over, setOver] = useState(false);
  const held = (act: (event: DragEvent<HTMLElement>) => void) => (event: DragEvent<HTMLElement>) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    act(event);
  };
  return {
    "data-over": over || undefined,
    onDragEnter: held(() => setOver(true)),
    onDragOver: held(() => undefined),
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
    },
    onDrop: held((event) => {
      setOver(false);
      onFiles([...event.dataTransfer.files]);
    }),
  };
}
