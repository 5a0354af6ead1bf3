const accepted = ".pdf,.docx,.doc,.odt,.rtf,.txt,.html,.htm,.jpg,.jpeg,.png,.tif,.tiff,.heic";

/** Opens the system's file picker; empty when it is closed without a choice. */
export function pickFiles(several = true): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = several;
    input.accept = accepted;
    input.hidden = true;
    const end = (files: File[]) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener("change", () => end([...(input.files ?? [])]));
    input.addEventListener("cancel", () => end([]));
    document.body.append(input);
    input.click();
  });
}
