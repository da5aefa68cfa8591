//! The scalar functions: a batch of article texts in, a batch of digests out.

use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use article_digest::{Date, Digest, Digester, Scratch};
use datafusion::arrow::array::{
    ArrayRef, AsArray, LargeBinaryBuilder, LargeStringArray, StringViewArray, new_null_array,
};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{DataFusionError, Result};
use datafusion::logical_expr::{
    ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, TypeSignature, Volatility,
};

use crate::columns::{self, Columns};

/// What a digest is given back as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Shape {
    /// Text in the crate's JSON. `LargeUtf8`: a batch of long articles passes the 2 GiB of `Utf8`,
    /// and Ballista cannot send views.
    Json,
    /// A struct of lists, see [`columns`].
    Struct,
}

/// A digester as a scalar function. All partitions of a process share one.
#[derive(Debug)]
struct DigestFunction {
    shape: Shape,
    signature: Signature,
    digester: Digester,
    /// Vectors kept between batches: a partition takes one for a batch and gives it back, so there
    /// are never more than partitions at work.
    scratches: Mutex<Vec<Scratch>>,
    rows: Arc<AtomicU64>,
}

/// Both functions; `rows` counts the articles that they digest.
#[must_use]
pub fn functions(rows: &Arc<AtomicU64>) -> [ScalarUDF; 2] {
    // Any type of text and of day: `strings` casts, so that plans hold no cast and no views.
    let one_or_two = vec![TypeSignature::Any(1), TypeSignature::Any(2)];
    // Said to be volatile, though the same text has the same digest: of what is not, the optimiser
    // puts a copy into each filter on it, and digests twice. See also `session::config`.
    let signature = Signature::one_of(one_or_two, Volatility::Volatile);
    [Shape::Json, Shape::Struct].map(|shape| {
        let (signature, rows) = (signature.clone(), Arc::clone(rows));
        DigestFunction { shape, signature, digester: Digester::new(), scratches: Mutex::default(), rows }.into()
    })
}

impl DigestFunction {
    /// Hands the digest of each text to `take`, none for a null.
    ///
    /// A day that cannot be read is left out, as if it had not been given: one bad row must not
    /// fail a query over millions.
    fn each(
        &self,
        texts: &StringViewArray,
        days: &StringViewArray,
        mut take: impl FnMut(Option<&Digest<'_>>) -> Result<()>,
    ) -> Result<()> {
        let mut scratch = self.scratches.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
        for (text, day) in texts.iter().zip(days) {
            let Some(text) = text else {
                take(None)?;
                continue;
            };
            let published = day.and_then(|day| day.get(..10)?.parse::<Date>().ok());
            take(Some(&self.digester.digest_published(&mut scratch, text, published)))?;
            self.rows.fetch_add(1, Ordering::Relaxed);
        }
        self.scratches.lock().unwrap_or_else(PoisonError::into_inner).push(scratch);
        Ok(())
    }

    fn json(&self, texts: &StringViewArray, days: &StringViewArray) -> Result<ArrayRef> {
        let mut lines = LargeBinaryBuilder::new();
        self.each(texts, days, |digest| {
            let Some(digest) = digest else {
                lines.append_null();
                return Ok(());
            };
            serde_json::to_writer(&mut lines, digest).map_err(|error| DataFusionError::External(error.into()))?;
            // What was written becomes the value.
            lines.append_value([]);
            Ok(())
        })?;
        Ok(Arc::new(LargeStringArray::try_from_binary(lines.finish())?))
    }

    fn columns(&self, texts: &StringViewArray, days: &StringViewArray) -> Result<ArrayRef> {
        let mut columns = Columns::default();
        self.each(texts, days, |digest| {
            columns.push(digest);
            Ok(())
        })?;
        Ok(columns.finish())
    }
}

/// An argument as texts; what cannot be cast, such as bytes that are no UTF-8, becomes null.
fn strings(argument: &ArrayRef) -> Result<StringViewArray> {
    Ok(cast(argument, &DataType::Utf8View)?.as_string_view().clone())
}

// The engine compares functions to share their results; ours are alike when their shape is.
impl PartialEq for DigestFunction {
    fn eq(&self, other: &Self) -> bool {
        self.shape == other.shape
    }
}

impl Eq for DigestFunction {}

impl Hash for DigestFunction {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.shape.hash(state);
    }
}

impl ScalarUDFImpl for DigestFunction {
    fn name(&self) -> &str {
        match self.shape {
            Shape::Json => "article_digest_json",
            // Not `digest`: that is a hash function of the engine, which ours would replace in silence.
            Shape::Struct => "article_digest",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> Result<DataType> {
        Ok(match self.shape {
            Shape::Json => DataType::LargeUtf8,
            Shape::Struct => columns::data_type(),
        })
    }

    fn invoke_with_args(&self, call: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let rows = call.number_rows;
        let mut arguments = call.args.into_iter().map(|argument| argument.into_array(rows));
        let null = || Ok(new_null_array(&DataType::Utf8View, rows));
        let texts = strings(&arguments.next().unwrap_or_else(null)?)?;
        let days = strings(&arguments.next().unwrap_or_else(null)?)?;
        Ok(ColumnarValue::Array(match self.shape {
            Shape::Json => self.json(&texts, &days)?,
            Shape::Struct => self.columns(&texts, &days)?,
        }))
    }
}
