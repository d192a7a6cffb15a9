import sharp from "sharp";

/** What a picture made here tells, and nothing published may: its author, its XMP, its latitude. */
export const secrets = [
  Buffer.from("ZHANG SAN"),
  Buffer.from("SECRET"),
  // 37° 28' 9" as little-endian fractions.
  Buffer.from("25000000010000001c000000010000000900000001000000", "hex"),
];

const width = 96;
const height = 64;

/** Pixels that no encoder finds easy, the same in each run. */
function pixels(): Buffer {
  const bytes = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let at = 0; at < bytes.length; at++) {
    state = (state * 48271) % 2147483647;
    bytes[at] = (at >> 4) + (state & 31);
  }
  return bytes;
}

/** A picture to be encoded that tells who took it and where, and how it is to be turned. */
export function tellingPicture(orientation = 6) {
  return sharp(pixels(), { raw: { width, height, channels: 3 } })
    .withMetadata({ orientation })
    .withIccProfile("p3")
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><p>SECRET XMP</p></x:xmpmeta>')
    .withExifMerge({
      IFD0: { Artist: "ZHANG SAN" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "37/1 28/1 9/1" },
    });
}
