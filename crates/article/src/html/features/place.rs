//! Where a block stands in its page.

use std::hash::{Hash, Hasher};

use super::words::Fnv;
use super::{Page, element_kind, share};
use crate::html::attribute::Attribute;
use crate::html::blocks::Block;
use crate::html::hints::Hints;
use crate::html::name::Name;
use crate::html::tree::Tree;

/// Where an element stands. Made for all elements in one pass, each from the one around it, so that no block walks up to
/// the page.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// How many elements it stands in, itself included.
    pub(super) depth: u16,
    /// What it stands in, or is: bits below.
    pub(super) within: u8,
    /// The nearest element, itself included, that holds four tenths of the page's running text; eight tenths; the core.
    pub(super) with_half: u32,
    pub(super) with_most: u32,
    pub(super) with_core: u32,
    /// The part of the page that it stands in where the way from the page to it leaves the way to the core.
    pub(super) branch: u32,
}

impl Place {
    pub(super) const LIST: u8 = 1;
    pub(super) const TABLE: u8 = 1 << 1;
    pub(super) const ARTICLE: u8 = 1 << 2;
    pub(super) const MAIN: u8 = 1 << 3;
    pub(super) const FIGURE: u8 = 1 << 4;
    pub(super) const FORM: u8 = 1 << 5;
    pub(super) const QUOTATION: u8 = 1 << 6;

    const fn of(name: Name) -> u8 {
        match name {
            Name::Ul | Name::Ol | Name::Menu => Self::LIST,
            Name::Table => Self::TABLE,
            Name::Article => Self::ARTICLE,
            Name::Main => Self::MAIN,
            Name::Figure => Self::FIGURE,
            Name::Form => Self::FORM,
            Name::Blockquote => Self::QUOTATION,
            _ => 0,
        }
    }
}

/// Where each element stands; `running` is the running text that each holds.
pub(super) fn places(tree: &Tree, core: usize, running: &[u32]) -> Vec<Place> {
    let total = u64::from(running.first().copied().unwrap_or(0).max(1));
    let mut places: Vec<Place> = Vec::with_capacity(tree.elements.len());
    for (at, element) in tree.elements.iter().enumerate() {
        // The page stands in itself and holds all of it.
        let outside = places.get(element.parent()).copied().unwrap_or_default();
        let own = small(at);
        let holds = |tenths: u64| u64::from(running[at]) * 10 >= total * tenths;
        let has_core = tree.contains(at, core);
        let leaves = tree.contains(element.parent(), core);
        places.push(Place {
            depth: outside.depth + 1,
            within: outside.within | Place::of(element.name),
            with_half: if holds(4) { own } else { outside.with_half },
            with_most: if holds(8) { own } else { outside.with_most },
            with_core: if has_core { own } else { outside.with_core },
            branch: if has_core {
                small(core)
            } else if leaves {
                own
            } else {
                outside.branch
            },
        });
    }
    places
}

/// Elements are fewer than 4 billion, see [`crate::html::tree`].
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A key of what an element and the two around it are called, without figures: the same for elements of one kind. `names`
/// keeps the key of each element by itself.
pub(super) fn signature(tree: &Tree, element: usize, names: &mut [Option<u64>]) -> u64 {
    let mut key = 0_u64;
    for at in std::iter::once(element).chain(tree.ancestors(element).take(2)) {
        let own = *names[at].get_or_insert_with(|| {
            let mut hasher = Fnv::default();
            tree.elements[at].name.hash(&mut hasher);
            let class = tree.attribute(at, Attribute::Class).unwrap_or_default();
            for byte in class.bytes().filter(|byte| !byte.is_ascii_digit()) {
                hasher.write_u8(byte);
            }
            hasher.finish()
        });
        key = key.rotate_left(21) ^ own;
    }
    key
}

impl Page<'_> {
    /// How many blocks lie between this and the first, or the last, running block of the core; negative before it.
    #[allow(clippy::cast_precision_loss, reason = "a count")]
    fn core_distance(&self, index: usize, first: bool) -> f32 {
        let end = if first { self.core_ends.0 } else { self.core_ends.1 };
        (index as f32 - end as f32).clamp(-60.0, 60.0)
    }

    /// How many blocks away the nearest running block before or after this one is.
    #[allow(clippy::cast_precision_loss, reason = "a count")]
    fn running_distance(&self, index: usize, way: isize) -> f32 {
        let other = if way < 0 { self.last_running[index] } else { self.next_running[index] };
        if other == usize::MAX { 60.0 } else { (index.abs_diff(other) as f32).min(60.0) }
    }

    #[allow(clippy::cast_precision_loss, reason = "counts and shares")]
    pub(super) fn place_values(&self, index: usize, block: &Block, values: &mut Vec<f32>) {
        let elements = &self.tree.elements;
        let total = self.running[0].max(1);
        let element = block.element;
        let parent = elements[element].parent();
        let grand = elements[parent].parent();
        let stands = &self.places[element];
        let levels = |to: u32| f32::from(stands.depth - self.places[to as usize].depth);
        let within = |bit: u8| f32::from(stands.within & bit != 0);
        let links = |at: usize| share(self.linked[at], self.bytes[at]);
        let part = |at: usize| share(self.running[at], total);
        let in_core = self.tree.contains(self.core, element);
        let core = if in_core { levels(small(self.core)) } else { -levels(stands.with_core) };
        let signature = self.by_signature.get(&self.signatures[index]).copied().unwrap_or(0);
        let count = self.blocks.list.len().max(1);
        let headline = self.headline.map_or(0.0, |at| index as f32 - at as f32);
        let before = share(self.before[index], self.running[0]);
        values.extend([
            f32::from(stands.depth),
            within(Place::LIST),
            within(Place::TABLE),
            within(Place::ARTICLE),
            within(Place::MAIN),
            within(Place::FIGURE),
            within(Place::FORM),
            within(Place::QUOTATION),
            part(parent),
            links(parent),
            share(self.running[parent], self.bytes[parent]),
            part(grand),
            links(grand),
            levels(stands.with_half),
            levels(stands.with_most),
            links(stands.with_half as usize),
            links(stands.with_most as usize),
            share(signature, total),
            share(block.bytes, self.bytes[element]),
            (self.bytes[parent] as f32).ln_1p(),
            f32::from(in_core),
            core,
            part(self.core),
            self.core_distance(index, true),
            self.core_distance(index, false),
            before,
            1.0 - before,
            index as f32 / count as f32,
        ]);
        let branch = stands.branch as usize;
        values.extend([
            (self.bytes[branch] as f32).ln_1p(),
            links(branch),
            share(self.running[branch], self.bytes[branch]),
            f32::from(branch >= elements[self.core].end()),
            (self.counts[branch] as f32).ln_1p(),
            element_kind(elements[branch].name),
        ]);
        let heading = self.last_heading[index];
        let list = &self.blocks.list;
        values.extend([
            self.counts[parent] as f32,
            share(self.bytes[parent], self.counts[parent]),
            if heading == usize::MAX { 99.0 } else { ((index - heading) as f32).min(99.0) },
            if heading == usize::MAX { -1.0 } else { share(list[heading].linked, list[heading].bytes) },
            if heading == usize::MAX { -1.0 } else { (list[heading].bytes as f32).ln_1p() },
            f32::from(heading != usize::MAX && self.is_tail_heading[index]),
            f32::from(
                heading != usize::MAX && {
                    let hints = self.around[list[heading].element];
                    hints != hints.only(Hints::OF_ARTICLE)
                },
            ),
            f32::from(headline > 0.0),
            headline.clamp(-60.0, 60.0),
            f32::from(self.headline.is_some()),
            self.running_distance(index, -1),
            self.running_distance(index, 1),
            (total as f32).ln_1p(),
            links(0),
            (count as f32).ln_1p(),
        ]);
    }
}
