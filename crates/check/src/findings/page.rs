use crate::Level;

/// What a finding code means: the page that `coincide explain` prints, SARIF and the documents carry.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The code.
    pub code: Code,
    /// Its name in words and hyphens: `quotation-altered`.
    pub name: &'static str,
    /// What it means, in one line: `quotation altered`.
    pub title: &'static str,
    /// The level of a finding about which there is no doubt.
    pub level: Level,
    /// The verdict it gives its clause, by its name in JSON; nothing if it leaves the verdict alone.
    pub verdict: Option<&'static str>,
    /// What it means.
    pub meaning: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// How it is decided: the rule, what it looks at, its thresholds.
    pub decided: &'static str,
    /// An example.
    pub example: &'static str,
    /// How to mend it.
    pub mend: &'static str,
}

macro_rules! codes {
    ($($code:ident),* $(,)?) => {
        /// A finding code. It never changes its meaning and is never used again for another.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each code is documented by its page")]
        pub enum Code { $($code),* }

        impl Code {
            /// Every code that is decided, in order.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// Its name: `Q002`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$code => stringify!($code)),* }
            }
        }
    };
}

codes! {
    Q001, Q002, Q003, Q004, Q005, Q006,
    N001, N002, N003, N004, N005,
    T001, T002, T003,
    E001, E002, E003, E004,
    S001, S002, S003, S004,
    O001, C001, X001, X002,
}
