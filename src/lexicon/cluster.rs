//! Word vectors to clusters: words that keep the same company, in three sizes of class.

use std::path::Path;

use crate::error::{Error, ErrorKind};

/// Dimensions of the vectors.
const WIDTH: usize = 50;

/// Words that the classes are found on; the rarer ones go to the nearest class. Vectors come in the
/// order of frequency.
const FITTED: usize = 60_000;

/// Rounds of the search for classes. Fewer than one word in a hundred changes its class after them.
const ROUNDS: usize = 20;

/// Words with their vectors, all of length 1.
pub(super) struct Vectors {
    pub(super) words: Vec<String>,
    vectors: Vec<[f32; WIDTH]>,
}

impl Vectors {
    /// Reads `words.txt`, a word a line, and `vectors.npy`, a row for each.
    pub(super) fn read(folder: &Path) -> Result<Self, Error> {
        let file = |name: &str| {
            let path = folder.join(name);
            let bytes = std::fs::read(&path);
            bytes.map_err(|error| ErrorKind::File { file: path.display().to_string(), reason: error.to_string() })
        };
        let refuse = |reason: &str| ErrorKind::File { file: folder.display().to_string(), reason: reason.to_owned() };
        let words = String::from_utf8(file("words.txt")?).map_err(|_| refuse("words.txt is not UTF-8"))?;
        let words: Vec<String> = words.lines().map(str::to_owned).collect();
        let bytes = file("vectors.npy")?;
        let Some(&[low, high]) = bytes.get(8..10) else {
            return Err(refuse("vectors.npy is cut short").into());
        };
        let header = 10 + usize::from(u16::from_le_bytes([low, high]));
        let described = String::from_utf8_lossy(&bytes[..header.min(bytes.len())]).into_owned();
        if !described.contains("'<f4'") || bytes.len() != header + words.len() * WIDTH * 4 {
            return Err(refuse("vectors.npy does not hold 50 numbers of 32 bits for each word").into());
        }
        let by_column = described.contains("'fortran_order': True");
        let number = |row: usize, column: usize| {
            let at = header + 4 * if by_column { column * words.len() + row } else { row * WIDTH + column };
            f32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
        };
        let vectors = (0..words.len()).map(|row| unit(&std::array::from_fn(|column| number(row, column)))).collect();
        Ok(Self { words, vectors })
    }

    /// The class of every word among as many as the first of `classes` says; then for each of these
    /// its class among as many as the second says, and so on.
    pub(super) fn cluster(&self, classes: &[usize]) -> (Vec<usize>, Vec<Vec<usize>>) {
        let fitted = &self.vectors[..self.vectors.len().min(FITTED)];
        let mut centres = means(fitted, classes[0]);
        let own = nearest_of(&self.vectors, &centres);
        let mut wider = Vec::new();
        for &count in &classes[1..] {
            let larger = means(&centres, count);
            wider.push(nearest_of(&centres, &larger));
            centres = larger;
        }
        (own, wider)
    }
}

/// Spherical k-means; it starts from points spread evenly over the order of frequency.
fn means(points: &[[f32; WIDTH]], count: usize) -> Vec<[f32; WIDTH]> {
    let mut centres: Vec<[f32; WIDTH]> = (0..count).map(|index| points[index * points.len() / count]).collect();
    for _ in 0..ROUNDS {
        let own = nearest_of(points, &centres);
        let mut sums = vec![[0.0f32; WIDTH]; count];
        for (point, &class) in points.iter().zip(&own) {
            for (sum, value) in sums[class].iter_mut().zip(point) {
                *sum += value;
            }
        }
        // A class that lost all its words keeps its centre.
        for (centre, sum) in centres.iter_mut().zip(&sums) {
            if sum.iter().any(|&value| value != 0.0) {
                *centre = unit(sum);
            }
        }
    }
    centres
}

/// The nearest centre of each point; of two equally near the first.
fn nearest_of(points: &[[f32; WIDTH]], centres: &[[f32; WIDTH]]) -> Vec<usize> {
    const LANES: usize = 64;
    // Centres side by side, so that the sums below become vector instructions.
    let blocks: Vec<[[f32; LANES]; WIDTH]> = centres
        .chunks(LANES)
        .map(|chunk| std::array::from_fn(|d| std::array::from_fn(|lane| chunk.get(lane).map_or(0.0, |c| c[d]))))
        .collect();
    points
        .iter()
        .map(|point| {
            let (mut best, mut class) = (f32::MIN, 0);
            for (index, block) in blocks.iter().enumerate() {
                let mut sums = [0.0f32; LANES];
                for (value, row) in point.iter().zip(block) {
                    for (sum, centre) in sums.iter_mut().zip(row) {
                        *sum += value * centre;
                    }
                }
                let filled = (centres.len() - index * LANES).min(LANES);
                for (lane, &sum) in sums[..filled].iter().enumerate() {
                    if sum > best {
                        (best, class) = (sum, index * LANES + lane);
                    }
                }
            }
            class
        })
        .collect()
}

fn unit(vector: &[f32; WIDTH]) -> [f32; WIDTH] {
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    vector.map(|value| value / length)
}
