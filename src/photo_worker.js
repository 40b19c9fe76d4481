// Draws a photo beside the page's own thread. It is asked once, and answers with the picture's file or with what went wrong.

self.onmessage = async ({ data: { picture, width, height, transform, type, quality } }) => {
  try {
    const bitmap = await createImageBitmap(picture);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.setTransform(...transform);
    context.drawImage(bitmap, 0, 0);
    postMessage(await canvas.convertToBlob({ type, quality }));
  } catch (error) {
    postMessage(String(error));
  }
};
