/** Cards that are dragged onto stages. The menu and the arrow keys do the same. */
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { pointerOutsideOfPreview } from "@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview";
import { setCustomNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview";

interface Carried extends Record<string, unknown> {
  kind: "people";
  ids: string[];
}
const isCarried = (data: Record<string, unknown>): data is Carried => data.kind === "people";

/** The picture that follows the pointer: the card, tilted, and how many go along. */
function picture(card: HTMLElement, count: number, container: HTMLElement): void {
  const copy = card.cloneNode(true) as HTMLElement;
  copy.removeAttribute("id");
  copy.classList.add("card-flying");
  copy.style.width = `${card.offsetWidth}px`;
  container.className = "flight";
  container.append(copy);
  if (count < 2) return;
  const badge = document.createElement("span");
  badge.className = "flight-count num";
  badge.textContent = String(count);
  container.append(badge);
}
export function dragCard(element: HTMLElement, along: () => string[]): () => void {
  return draggable({
    element,
    getInitialData: (): Carried => ({ kind: "people", ids: along() }),
    onGenerateDragPreview: ({ nativeSetDragImage, source }) => {
      const { ids } = source.data as Carried;
      setCustomNativeDragPreview({
        nativeSetDragImage,
        getOffset: pointerOutsideOfPreview({ x: "-60px", y: "-16px" }),
        render: ({ container }) => picture(element, ids.length, container),
      });
    },
    onDragStart: () => element.setAttribute("data-away", "true"),
    onDrop: () => element.removeAttribute("data-away"),
  });
}
export function dropStage(
  element: HTMLElement,
  takes: (ids: string[]) => boolean,
  over: (is: boolean) => void,
  drop: (ids: string[]) => void,
) {
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => isCarried(source.data) && takes(source.data.ids),
    onDragEnter: () => over(true),
    onDragLeave: () => over(false),
    onDrop: ({ source }) => {
      over(false);
      if (isCarried(source.data)) drop(source.data.ids);
    },
  });
}
