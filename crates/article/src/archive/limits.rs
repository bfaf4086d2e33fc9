/// How large what is read may be. Beyond it stands an error that says the limit, and memory stays within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest record of an archive and the longest line of JSON lines, unpacked, in bytes.
    pub largest_record: u64,
    /// The largest input that is neither, unpacked, in bytes.
    pub largest_input: u64,
    /// How many times the size of packed data their content may have. Written text packs to a third or a tenth of its
    /// size, tables and generated pages to a hundredth.
    pub largest_ratio: u64,
}

/// A single content this small is not held against [`Limits::largest_ratio`], in bytes: a run of blanks packs well.
const HARMLESS: u64 = 1 << 20;

/// Nor are all contents of an input together while they are this small.
const HARMLESS_TOGETHER: u64 = 64 << 20;

impl Default for Limits {
    /// 64 MiB a record, 256 MiB an input, 200 times.
    fn default() -> Self {
        Self { largest_record: 64 << 20, largest_input: 256 << 20, largest_ratio: 200 }
    }
}

impl Limits {
    /// Whether `packed` bytes have no business to become `unpacked` ones.
    pub(super) fn is_bomb(&self, packed: u64, unpacked: u64) -> bool {
        unpacked > HARMLESS && unpacked / self.largest_ratio.max(1) > packed
    }

    /// Whether the packed parts of one input, `packed` bytes so far, have no business to become `unpacked` ones.
    pub(super) fn are_bombs(&self, packed: u64, unpacked: u64) -> bool {
        unpacked > HARMLESS_TOGETHER && self.is_bomb(packed, unpacked)
    }
}
