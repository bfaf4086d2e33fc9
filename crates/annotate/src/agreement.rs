/// What comes out when two values for the same thing are put side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// They are the same.
    Same,
    /// They are not the same, yet both can be true: one rounds, hedges or contains the other.
    Compatible,
    /// They cannot both be true as written.
    Differs,
    /// They are not values for the same thing, or one of them is not known well enough.
    NotComparable,
}

/// What an [`Agreement`] was decided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AgreementReason {
    /// The values are equal.
    EqualValues,
    /// One value lies where the hedge of the other says it may: 97 for `nearly 100`.
    WithinHedge,
    /// One value is the other, rounded to the digits that are written.
    WithinRounding,
    /// Both were brought to one unit, and lie as near as the digits that are written tell: 60 miles and 97 kilometres.
    Converted,
    /// The ranges have a part in common, or one day or period contains the other.
    Overlapping,
    /// A weekday alone, which is that of the other's day.
    WeekdayFits,
    /// The values are not equal, and no hedge or rounding joins them.
    UnequalValues,
    /// One value lies outside of what the hedge of the other allows.
    OutsideHedge,
    /// Two bounds of the same kind (`at least 840`, `at least 860`) that are not the same.
    UnequalBounds,
    /// The ranges, days or periods have no part in common.
    Disjoint,
    /// The units differ and cannot be brought together, or the same number stands with two units.
    OtherUnit,
    /// One is for each of something that the other is not for: `5 dollars a day` and `5 dollars`.
    OtherRate,
    /// One tells by how much something changed, the other how much there is.
    ChangeAgainstLevel,
    /// One tells of a rise, the other of a fall.
    OppositeChange,
    /// Nothing shows that the same thing is counted.
    OtherThing,
    /// One of them could not be resolved to a value.
    Unresolved,
}
