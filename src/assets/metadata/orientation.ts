const orientationTag = 0x0112;

/**
 * How a picture is to be turned (2 to 8, Exif 2.32 section 4.6.5), from a TIFF block such as Exif
 * metadata are; nothing where it stands upright or the block can't be followed.
 */
export function orientationOf(exif: Buffer): number | undefined {
  const tiff = exif.toString("latin1", 0, 6) === "Exif\0\0" ? exif.subarray(6) : exif;
  const order = tiff.toString("latin1", 0, 2);
  if (tiff.length < 8 || (order !== "II" && order !== "MM")) return undefined;
  const little = order === "II";
  const uint16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return undefined;
  const count = uint16(directory);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.length) return undefined;
    if (uint16(entry) !== orientationTag) continue;
    // A short, which stands first in the four bytes of its value.
    const value = uint16(entry + 8);
    return uint16(entry + 2) === 3 && value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** A TIFF block that says how a picture is to be turned, and nothing else. */
export function exifOf(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*", "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
