/** The decoder inside unbzip2-stream, which has no types. */
declare module 'unbzip2-stream/lib/bzip2.js' {
  /** Reads so many bits, the first one as the highest; null skips to the next whole byte. */
  type ReadBits = (count: number | null) => number;

  interface Decoder {
    /** Reads `BZh1` … `BZh9`: the block size in units of 100 000 bytes. */
    header(bits: ReadBits): number;
    /** Reads one block; null at the end of the stream. Throws for bad data. */
    decompress(
      bits: ReadBits,
      output: (byte: number) => void,
      work: Int32Array,
      workLength: number,
      checksum: number,
    ): number | null;
  }

  const decoder: Decoder;
  export default decoder;
}
