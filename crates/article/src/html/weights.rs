//! The probability that a block is part of the article, from its features: decision trees added up (gradient boosting,
//! Friedman 2001) and squashed. The trees are fitted by `crates/eval/examples/fit_body.py`.

use std::sync::OnceLock;

/// `u16` number of trees, `u16` number of features; for each tree a `u8` number of nodes, and for each node, left before
/// right, `u8` feature or [`LEAF`], `u8` place of the right child, `f32` threshold or value; little-endian.
const FILE: &[u8] = include_bytes!("body.weights");

const LEAF: u8 = u8::MAX;

#[derive(Clone, Copy)]
struct Node {
    feature: u8,
    right: u8,
    value: f32,
}

struct Trees {
    /// How many features a block has.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test compares it"))]
    features: usize,
    nodes: Vec<Node>,
    /// Where each tree begins.
    roots: Vec<usize>,
}

fn trees() -> &'static Trees {
    static TREES: OnceLock<Trees> = OnceLock::new();
    TREES.get_or_init(|| read(FILE).unwrap_or(Trees { nodes: Vec::new(), roots: Vec::new(), features: 0 }))
}

/// Reads a file of trees; nothing if it is not what it should be.
fn read(file: &[u8]) -> Option<Trees> {
    let number = |at: usize| Some(usize::from(u16::from_le_bytes([*file.get(at)?, *file.get(at + 1)?])));
    let (count, features) = (number(0)?, number(2)?);
    let mut trees = Trees { nodes: Vec::new(), roots: Vec::new(), features };
    let mut at = 4;
    for _ in 0..count {
        trees.roots.push(trees.nodes.len());
        let length = usize::from(*file.get(at)?);
        for node in file.get(at + 1..at + 1 + length * 6)?.chunks_exact(6) {
            let value = f32::from_le_bytes([node[2], node[3], node[4], node[5]]);
            trees.nodes.push(Node { feature: node[0], right: node[1], value });
        }
        at += 1 + length * 6;
    }
    (at == file.len()).then_some(trees)
}

/// The probability for a block with these features.
pub(super) fn probability(features: &[f32]) -> f32 {
    let trees = trees();
    let mut sum = 0.0;
    for &root in &trees.roots {
        let mut at = root;
        while let Some(node) = trees.nodes.get(at) {
            if node.feature == LEAF {
                sum += node.value;
                break;
            }
            // Children stand after their parents, so the way down ends.
            let goes_left = features.get(usize::from(node.feature)).is_some_and(|value| *value <= node.value);
            at = if goes_left { at + 1 } else { root + usize::from(node.right) };
        }
    }
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_fits_the_features() {
        let trees = read(FILE).unwrap();
        assert_eq!(trees.features, super::super::features::names().len());
        assert!(!trees.roots.is_empty());
        for (tree, &root) in trees.roots.iter().enumerate() {
            let end = trees.roots.get(tree + 1).copied().unwrap_or(trees.nodes.len());
            for at in root..end {
                let node = trees.nodes[at];
                let is_leaf = node.feature == LEAF;
                assert!(is_leaf || usize::from(node.feature) < trees.features);
                assert!(
                    is_leaf
                        || at + 1 < end && root + usize::from(node.right) > at && root + usize::from(node.right) < end
                );
            }
        }
    }

    #[test]
    fn a_file_cut_short_is_none() {
        assert!(read(&FILE[..FILE.len() - 1]).is_none());
        assert!(read(&[]).is_none());
    }
}
